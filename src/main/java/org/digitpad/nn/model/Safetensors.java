package org.digitpad.nn.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.Sha256;
import org.digitpad.io.Utf8;

/**
 * A file in the safetensors format: a JSON header of known length, then raw little-endian values.
 * It contains no code.
 *
 * <p>Format: https://github.com/huggingface/safetensors.
 *
 * @param metadata strings in the header
 * @param tensors float32 tensors by name
 */
public record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {
  private static final String METADATA = "__metadata__";
  private static final String FLOAT32 = "F32";
  private static final int LENGTH_BYTES = Long.BYTES;

  /** Key of the SHA-256 of all else, which {@link #toBytes} adds to the metadata. */
  static final String CHECKSUM = "digitpad.sha256";

  /** A hundred times the largest header that DigitPad writes, in bytes. */
  private static final int MAX_HEADER = 1 << 20;

  /** A tensor's shape is at depth 3; as with the reference implementation, more may be unknown. */
  private static final int MAX_NESTING = 100;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxStringLength(MAX_HEADER)
                          .build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Values with a shape; the array is shared, not copied.
   *
   * @param shape lengths of the axes, outermost first
   * @param values row-major
   */
  public record Tensor(List<Integer> shape, float[] values) {
    public Tensor {
      shape = List.copyOf(shape);
    }
  }

  /** The content of the file, with a checksum in the metadata. */
  public byte[] toBytes() {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode strings = header.putObject(METADATA);
    metadata.forEach(strings::put);
    strings.put(CHECKSUM, checksum());
    int offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      int end = offset + entry.getValue().values().length * Float.BYTES;
      ObjectNode node = header.putObject(entry.getKey());
      node.put("dtype", FLOAT32);
      entry.getValue().shape().forEach(node.putArray("shape")::add);
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = padded(header.toString());
    ByteBuffer bytes =
        ByteBuffer.allocate(LENGTH_BYTES + json.length + offset).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }

  /**
   * SHA-256 of metadata and tensors, each in the order of their names: strings with their length in
   * bytes, shapes with their number of axes, and the values, as DigitPad's documentation says.
   */
  private String checksum() {
    Sha256.Builder sum = Sha256.builder();
    new TreeMap<>(metadata).forEach((key, value) -> sum.add(key).add(value));
    for (Map.Entry<String, Tensor> entry : new TreeMap<>(tensors).entrySet()) {
      Tensor tensor = entry.getValue();
      sum.add(entry.getKey()).add(tensor.shape().size());
      tensor.shape().forEach(sum::add);
      sum.add(tensor.values());
    }
    return sum.hex();
  }

  /** Pads with spaces so that the values start at a multiple of eight bytes, as recommended. */
  private static byte[] padded(String json) {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return (json + " ".repeat(-length & 7)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Parses the content of a file, with or without a checksum.
   *
   * @param source name of the file in error messages
   * @throws BadInputException if the content is not exactly one safetensors file of float32
   *     tensors, or does not match the checksum in its metadata
   */
  public static Safetensors parse(byte[] bytes, String source) {
    return parse(bytes, source, metadata -> false);
  }

  /**
   * Parses the content of a file.
   *
   * @param needsChecksum whether a file with this metadata must have a checksum
   * @throws BadInputException as the other method, and if a checksum is missing
   */
  public static Safetensors parse(
      byte[] bytes, String source, Predicate<Map<String, String>> needsChecksum) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < LENGTH_BYTES) {
      throw new BadInputException(
          Messages.plural("nn.model.safetensors.tooShort", bytes.length, source));
    }
    long length = buffer.getLong();
    if (length < 2 || length > buffer.remaining()) {
      throw bad("nn.model.safetensors.headerLength", source);
    }
    if (length > MAX_HEADER) {
      throw bad("nn.model.safetensors.headerTooLong", source, length, MAX_HEADER);
    }
    byte[] json = new byte[(int) length];
    buffer.get(json);
    ObjectNode header = header(json, source);
    Map<String, String> metadata = metadata(header.path(METADATA), source);
    String checksum = metadata.remove(CHECKSUM);
    Safetensors content = new Safetensors(metadata, tensors(header, buffer.slice(), source));
    boolean checked = checksum != null || needsChecksum.test(metadata);
    if (checked && !content.checksum().equals(checksum)) {
      throw bad("nn.model.safetensors.checksum", source);
    }
    return content;
  }

  private static ObjectNode header(byte[] bytes, String source) {
    if (bytes[0] != '{') {
      throw bad("nn.model.safetensors.headerNotObject", source);
    }
    try {
      String json = Utf8.decode(bytes);
      checkTokens(json, source);
      // starts with a brace, so it is an object
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      // not only malformed JSON, but also bytes that are no characters
      throw bad("nn.model.safetensors.headerNotJson", source);
    }
  }

  /** Rejects what Jackson accepts, but the format does not: negative zeros, unpaired surrogates. */
  private static void checkTokens(String json, String source) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isNumeric() && parser.getText().startsWith("-")) {
          throw bad("nn.model.safetensors.headerNegative", source);
        }
        boolean text = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
        if (text && !Utf8.canEncode(parser.getText())) {
          throw bad("nn.model.safetensors.headerNotJson", source);
        }
      }
    }
  }

  private static Map<String, String> metadata(JsonNode node, String source) {
    if (!node.isMissingNode() && !node.isObject()) {
      throw bad("nn.model.safetensors.metadataNotObject", source);
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isTextual()) {
        throw bad("nn.model.safetensors.metadataNotString", source, entry.getKey());
      }
      metadata.put(entry.getKey(), entry.getValue().textValue());
    }
    return metadata;
  }

  private static Map<String, Tensor> tensors(ObjectNode header, ByteBuffer data, String source) {
    data.order(ByteOrder.LITTLE_ENDIAN);
    List<Map.Entry<String, JsonNode>> entries =
        header.properties().stream()
            .filter(entry -> !entry.getKey().equals(METADATA))
            .sorted(
                Comparator.comparingLong(
                    (Map.Entry<String, JsonNode> entry) ->
                        entry.getValue().path("data_offsets").path(0).asLong(-1)))
            .toList();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    long expected = 0;
    for (Map.Entry<String, JsonNode> entry : entries) {
      Tensor tensor = tensor(entry.getKey(), entry.getValue(), expected, data, source);
      tensors.put(entry.getKey(), tensor);
      expected += (long) tensor.values().length * Float.BYTES;
    }
    if (expected != data.limit()) {
      throw bad("nn.model.safetensors.size", source, expected, data.limit());
    }
    return tensors;
  }

  private static Tensor tensor(
      String name, JsonNode node, long expectedStart, ByteBuffer data, String source) {
    if (!node.path("dtype").asText().equals(FLOAT32)) {
      throw bad("nn.model.safetensors.type", source, name);
    }
    if (!node.path("shape").isArray()) {
      throw bad("nn.model.safetensors.noShape", source, name);
    }
    List<JsonNode> lengths = StreamSupport.stream(node.path("shape").spliterator(), false).toList();
    long size = 1;
    for (JsonNode length : lengths) {
      if (!length.isIntegralNumber() || !length.canConvertToInt() || length.intValue() < 1) {
        throw bad("nn.model.safetensors.impossibleShape", source, name);
      }
      size = Math.min(size * length.intValue(), Integer.MAX_VALUE);
    }
    JsonNode offsets = node.path("data_offsets");
    long end = expectedStart + size * Float.BYTES;
    if (offsets.size() != 2
        || !isNumber(offsets.path(0), expectedStart)
        || !isNumber(offsets.path(1), end)
        || end > data.limit()) {
      throw bad("nn.model.safetensors.offsets", source, name);
    }
    float[] values = new float[(int) size];
    data.slice((int) expectedStart, values.length * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return new Tensor(lengths.stream().map(JsonNode::intValue).toList(), values);
  }

  private static boolean isNumber(JsonNode node, long value) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() == value;
  }

  private static BadInputException bad(String key, Object... arguments) {
    return new BadInputException(Messages.get(key, arguments));
  }
}
