package org.digitpad.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.digitpad.nn.model.Calibration;
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

  private static final byte[] MODEL = bytes(calibrated());
  private static final byte[] DATA = Arrays.copyOfRange(MODEL, dataStart(MODEL), MODEL.length);
  private static final String JSON =
      new String(MODEL, 8, dataStart(MODEL) - 8, StandardCharsets.UTF_8);

  private ModelFormats() {}

  private static Model calibrated() {
    Model model = Models.numbered();
    return new Model(
        model.architecture(), model.parameters(), new Calibration(1.25, 3.5), model.card());
  }

  static FuzzFormat model() {
    return new FuzzFormat("model", file -> result(ModelFile.read(file)), MODEL)
        .words(WORDS)
        .shielded(file -> file, ModelFormats::withRightChecksum)
        .protectedIf(ModelFormats::hasChecksum)
        .handmade(
            "a header of 12 MB",
            () -> withHeader(utf8("{\"" + "a".repeat(12 << 20) + "\":1}"), DATA))
        .handmade(
            "a header of 60 MB of numbers",
            () -> withHeader(utf8("{\"a\":[" + "1,".repeat(30 << 20) + "1]}"), DATA))
        .handmade(
            "nested 100,000 deep", () -> withHeader(utf8("{\"a\":" + "[".repeat(100_000)), DATA))
        .handmade(
            "a name of 40 kB of escapes",
            () ->
                withHeader(
                    utf8("{\"" + "\\u001b[31m".repeat(4_000) + "\":{\"dtype\":\"F32\"}}"), DATA))
        .handmade("UTF-16", () -> withHeader(JSON.getBytes(StandardCharsets.UTF_16LE), DATA))
        .handmade("a byte order mark", () -> withHeader(utf8("\ufeff" + JSON), DATA))
        .handmade(
            "an unpaired surrogate",
            () -> withHeader(utf8("{\"__metadata__\":{\"\\ud800\":\"a\"}}"), DATA))
        .handmade(
            "a negative zero", () -> withHeader(utf8(JSON.replaceFirst("\\[0,", "[-0,")), DATA))
        .handmade(
            "a huge shape",
            () ->
                withHeader(
                    utf8(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,4]}}"),
                    DATA))
        .handmade(
            "another key of the calibration",
            () -> withHeader(utf8(JSON.replace(CALIBRATION, "digitpad.calibratiom")), DATA))
        .handmade("a header longer than the file", () -> withLength(MODEL, Long.MAX_VALUE))
        .handmade("a header of negative length", () -> withLength(MODEL, -1))
        .handmade("600 MB of nothing", file -> DataFormats.sparse(file, MODEL, 600 << 20))
        .handmade("4 GB of nothing", file -> DataFormats.sparse(file, MODEL, 4L << 30))
        .handmade("nothing", "");
  }

  /** The header alone, before the values of a model and without a checksum. */
  static FuzzFormat header() {
    return new FuzzFormat(
            "model-header",
            file -> read(withHeader(Files.readAllBytes(file), DATA)),
            Arrays.copyOfRange(withoutChecksum(MODEL), 8, dataStart(MODEL)))
        .words(WORDS)
        .words(DataFormats.JSON_WORDS);
  }

  static FuzzFormat card() {
    return metadata("card", CARD)
        .words(
            "\"history\":[]", "\"valAccuracy\":17.5", "\"valAccuracy\":\"NaN\"", "\"rate\":null");
  }

  static FuzzFormat calibration() {
    return metadata("calibration", CALIBRATION).words("\"temperature\":", "\"leastEvidence\":");
  }

  /** A format of a text in the metadata of a model whose checksum is right. */
  private static FuzzFormat metadata(String name, String key) {
    Safetensors content = Safetensors.parse(MODEL, "model");
    return new FuzzFormat(
            name,
            file -> {
              Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
              metadata.put(key, Files.readString(file, StandardCharsets.ISO_8859_1));
              byte[] model = new Safetensors(metadata, content.tensors()).toBytes();
              return read(model);
            },
            utf8(content.metadata().getOrDefault(key, "")))
        .words(DataFormats.JSON_WORDS)
        .handmade("nothing", "")
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
      throw new UncheckedIOException(e);
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
