package org.digitpad.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.nn.model.Safetensors;

/** Models, and the JSON within them apart, where mutations of a whole file seldom come. */
final class ModelFormats {
  private static final String CARD = "digitpad.card";
  private static final String CALIBRATION = "digitpad.calibration";

  /** The entry with the checksum, with the comma before it. */
  private static final Pattern CHECKSUM =
      Pattern.compile(",\"digitpad\\.sha256\":\"[0-9a-f]{64}\"");

  static final String[] WORDS = {
    "\"__metadata__\":",
    "\"dtype\":\"F32\"",
    "\"F64\"",
    "\"BF16\"",
    "\"shape\":[",
    "\"data_offsets\":[",
    "\"digitpad.sha256\":",
    "\"digitpad.card\":",
    "\"digitpad.calibration\":",
    "\"leastEvidence\":",
    "\"digitpad.architecture\":\"mlp\"",
    "\"history\":[",
    "\"valAccuracy\":17.5",
    "\0\0\u00c0\u007f"
  };

  private ModelFormats() {}

  static List<FuzzFormat> all() {
    byte[] model = bytes(Models.numbered());
    Safetensors content = Safetensors.parse(model, "model");
    byte[] data = Arrays.copyOfRange(model, dataStart(model), model.length);
    return List.of(
        model(model, data),
        new FuzzFormat(
                "model-header",
                file -> read(withHeader(Files.readAllBytes(file), data)),
                withoutChecksum(model, dataStart(model)))
            .words(WORDS)
            .words(DataFormats.JSON_WORDS),
        metadata("card", CARD, content, content.metadata().get(CARD))
            .words(
                "\"history\":[]",
                "\"valAccuracy\":17.5",
                "\"valAccuracy\":\"NaN\"",
                "\"rate\":null"),
        metadata(
                "calibration", CALIBRATION, content, "{\"temperature\":1.25,\"leastEvidence\":3.5}")
            .words("\"temperature\":", "\"leastEvidence\":"));
  }

  private static FuzzFormat model(byte[] model, byte[] data) {
    String json = new String(model, 8, dataStart(model) - 8, StandardCharsets.UTF_8);
    return new FuzzFormat("model", file -> result(ModelFile.read(file)), model)
        .words(WORDS)
        .shielded(file -> file, ModelFormats::withRightChecksum)
        .protectedIf(ModelFormats::hasChecksum)
        .handmade(
            "a header of 12 MB", withHeader(utf8("{\"" + "a".repeat(12 << 20) + "\":1}"), data))
        .handmade(
            "a header of 60 MB of numbers",
            withHeader(utf8("{\"a\":[" + "1,".repeat(30 << 20) + "1]}"), data))
        .handmade("nested 100,000 deep", withHeader(utf8("{\"a\":" + "[".repeat(100_000)), data))
        .handmade(
            "a name of 40 kB of escapes",
            withHeader(utf8("{\"" + "\\u001b[31m".repeat(4_000) + "\":{\"dtype\":\"F32\"}}"), data))
        .handmade("UTF-16", withHeader(json.getBytes(StandardCharsets.UTF_16LE), data))
        .handmade("a byte order mark", withHeader(utf8("\ufeff" + json), data))
        .handmade(
            "an unpaired surrogate",
            withHeader(utf8("{\"__metadata__\":{\"\\ud800\":\"a\"}}"), data))
        .handmade("a negative zero", withHeader(utf8(json.replaceFirst("\\[0,", "[-0,")), data))
        .handmade(
            "a huge shape",
            withHeader(
                utf8(
                    "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,4]}}"),
                data))
        .handmade(
            "another key of the calibration",
            utf8(json.replace(CALIBRATION, "digitpad.calibratiom")))
        .handmade("a header longer than the file", withLength(model, Long.MAX_VALUE))
        .handmade("a header of negative length", withLength(model, -1))
        .handmade("600 MB of nothing", file -> DataFormats.sparse(file, model, 600 << 20))
        .handmade("4 GB of nothing", file -> DataFormats.sparse(file, model, 4L << 30))
        .handmade("nothing");
  }

  /** A format of a text in the metadata of a model whose checksum is right. */
  private static FuzzFormat metadata(String name, String key, Safetensors content, String valid) {
    return new FuzzFormat(
            name,
            file -> {
              Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
              metadata.put(key, Files.readString(file, StandardCharsets.ISO_8859_1));
              byte[] model = new Safetensors(metadata, content.tensors()).toBytes();
              return read(model);
            },
            utf8(valid))
        .words(DataFormats.JSON_WORDS)
        .handmade("nothing")
        .handmade("null", "null")
        .handmade("nested 100,000 deep", "[".repeat(100_000))
        .handmade("900 kB of text", "\"" + "\u001b".repeat(900_000) + "\"");
  }

  private static Object read(byte[] model) {
    return result(ModelFile.parse(model, "model"));
  }

  private static Object result(Model model) {
    return List.of(
        model.architecture().name(),
        FloatBuffer.wrap(model.parameters()),
        model.calibration(),
        model.card());
  }

  private static byte[] bytes(Model model) {
    try {
      Path file = Files.createTempFile("model", ".safetensors");
      ModelFile.write(model, file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static boolean hasChecksum(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1).contains("\"digitpad.sha256\"");
  }

  /** Writes the right checksum to a file, if it is one but for the checksum. */
  static byte[] withRightChecksum(byte[] file) {
    byte[] without = withoutChecksum(file);
    try {
      return Safetensors.parse(without, "file").toBytes();
    } catch (BadInputException e) {
      return without;
    }
  }

  /** Overwrites the checksum with spaces. */
  private static byte[] withoutChecksum(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return CHECKSUM
        .matcher(text)
        .replaceAll(match -> " ".repeat(match.group().length()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] withoutChecksum(byte[] file, int dataStart) {
    return Arrays.copyOfRange(withoutChecksum(file), 8, dataStart);
  }

  private static int dataStart(byte[] file) {
    return 8 + (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static byte[] withHeader(byte[] header, byte[] data) {
    return ByteBuffer.allocate(8 + header.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(data)
        .array();
  }

  private static byte[] withLength(byte[] file, long length) {
    byte[] changed = file.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    return changed;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
