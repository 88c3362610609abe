package org.digitpad.nn.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.Sha256;
import org.digitpad.io.Utf8;
import org.digitpad.io.json.Json;
import org.jspecify.annotations.Nullable;

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
    Map<String, Object> header = new LinkedHashMap<>();
    Map<String, String> strings = new LinkedHashMap<>(metadata);
    strings.put(CHECKSUM, checksum());
    header.put(METADATA, strings);
    int offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      int end = offset + entry.getValue().values().length * Float.BYTES;
      Map<String, Object> tensor = new LinkedHashMap<>();
      tensor.put("dtype", FLOAT32);
      tensor.put("shape", entry.getValue().shape());
      tensor.put("data_offsets", List.of(offset, end));
      header.put(entry.getKey(), tensor);
      offset = end;
    }
    byte[] json = padded(Json.write(header));
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
    Map<?, ?> header = header(json, source);
    Map<String, String> metadata = metadata(header, source);
    String checksum = metadata.remove(CHECKSUM);
    Safetensors content = new Safetensors(metadata, tensors(header, buffer.slice(), source));
    boolean checked = checksum != null || needsChecksum.test(metadata);
    if (checked && !content.checksum().equals(checksum)) {
      throw bad("nn.model.safetensors.checksum", source);
    }
    return content;
  }

  private static Map<?, ?> header(byte[] bytes, String source) {
    if (bytes[0] != '{') {
      throw bad("nn.model.safetensors.headerNotObject", source);
    }
    try {
      // starts with a brace, so it is an object
      return (Map<?, ?>)
          Json.parse(
              Utf8.decode(bytes),
              number -> {
                if (number.startsWith("-")) {
                  throw bad("nn.model.safetensors.headerNegative", source);
                }
              });
    } catch (IOException e) {
      // not only malformed JSON, but also bytes that are no characters
      throw bad("nn.model.safetensors.headerNotJson", source);
    }
  }

  private static Map<String, String> metadata(Map<?, ?> header, String source) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (header.containsKey(METADATA)) {
      if (!(header.get(METADATA) instanceof Map<?, ?> strings)) {
        throw bad("nn.model.safetensors.metadataNotObject", source);
      }
      for (Map.Entry<?, ?> entry : strings.entrySet()) {
        if (!(entry.getValue() instanceof String value)) {
          throw bad("nn.model.safetensors.metadataNotString", source, entry.getKey());
        }
        metadata.put((String) entry.getKey(), value);
      }
    }
    return metadata;
  }

  private static Map<String, Tensor> tensors(Map<?, ?> header, ByteBuffer data, String source) {
    data.order(ByteOrder.LITTLE_ENDIAN);
    List<Map.Entry<?, ?>> entries = new ArrayList<>(header.entrySet());
    entries.removeIf(entry -> entry.getKey().equals(METADATA));
    entries.sort(Comparator.comparingLong(entry -> start(entry.getValue())));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    long expected = 0;
    for (Map.Entry<?, ?> entry : entries) {
      String name = (String) entry.getKey();
      Tensor tensor = tensor(name, entry.getValue(), expected, data, source);
      tensors.put(name, tensor);
      expected += (long) tensor.values().length * Float.BYTES;
    }
    if (expected != data.limit()) {
      throw bad("nn.model.safetensors.size", source, expected, data.limit());
    }
    return tensors;
  }

  /** The first byte of a tensor, or -1 if it has none. */
  private static long start(@Nullable Object tensor) {
    return tensor instanceof Map<?, ?> fields
            && fields.get("data_offsets") instanceof List<?> offsets
            && !offsets.isEmpty()
            && offsets.get(0) instanceof Number start
        ? start.longValue()
        : -1;
  }

  private static Tensor tensor(
      String name, @Nullable Object value, long expectedStart, ByteBuffer data, String source) {
    if (!(value instanceof Map<?, ?> fields) || !FLOAT32.equals(fields.get("dtype"))) {
      throw bad("nn.model.safetensors.type", source, name);
    }
    if (!(fields.get("shape") instanceof List<?> lengths)) {
      throw bad("nn.model.safetensors.noShape", source, name);
    }
    List<Integer> shape = new ArrayList<>();
    long size = 1;
    for (Object each : lengths) {
      if (!(each instanceof Integer length) || length < 1) {
        throw bad("nn.model.safetensors.impossibleShape", source, name);
      }
      shape.add(length);
      size = Math.min(size * length, Integer.MAX_VALUE);
    }
    long end = expectedStart + size * Float.BYTES;
    if (!(fields.get("data_offsets") instanceof List<?> offsets)
        || offsets.size() != 2
        || !isNumber(offsets.get(0), expectedStart)
        || !isNumber(offsets.get(1), end)
        || end > data.limit()) {
      throw bad("nn.model.safetensors.offsets", source, name);
    }
    float[] values = new float[(int) size];
    data.slice((int) expectedStart, values.length * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return new Tensor(shape, values);
  }

  private static boolean isNumber(@Nullable Object offset, long value) {
    return (offset instanceof Integer || offset instanceof Long)
        && ((Number) offset).longValue() == value;
  }

  private static BadInputException bad(String key, Object... arguments) {
    return new BadInputException(Messages.get(key, arguments));
  }
}
