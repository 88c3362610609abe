package org.digitpad.nn.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.io.InputFile;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.Json;
import org.digitpad.io.json.JsonObject;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes models as safetensors files, with the card in the header's metadata. It reads
 * only the networks of {@link Architectures}, and only with exactly their tensors.
 */
public final class ModelFile {
  /** File name extension of model files. */
  public static final String EXTENSION = ".safetensors";

  /** Glob pattern of model files' names. */
  public static final String PATTERN = "*" + EXTENSION;

  private static final String ARCHITECTURE = "digitpad.architecture";
  private static final String CARD = "digitpad.card";
  private static final String CALIBRATION = "digitpad.calibration";
  private static final String COMBINATION = "digitpad.combination";

  /** What DigitPad's own keys in the metadata begin with; others are free for anybody. */
  private static final String KEYS = "digitpad.";

  private static final Set<String> KNOWN_KEYS =
      Set.of(ARCHITECTURE, CARD, CALIBRATION, COMBINATION);

  /** Largest size that is read, in bytes: far more than any of DigitPad's models has. */
  private static final int MAX_SIZE = 16 << 20;

  private ModelFile() {}

  /** Whether a name or path has the extension of model files. */
  public static boolean isName(String name) {
    return name.endsWith(EXTENSION);
  }

  /** Returns the file name of a model: its title with the extension. */
  public static String name(String title) {
    return title + EXTENSION;
  }

  /** Returns the file's name without folder and extension. */
  public static String title(Path file) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION)
        ? name.substring(0, name.length() - EXTENSION.length())
        : name;
  }

  /** Writes a model atomically: to a temporary file that then replaces {@code file}. */
  public static void write(Model model, Path file) throws IOException {
    AtomicFiles.write(file, toBytes(model));
  }

  static byte[] toBytes(Model model) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "pt");
    metadata.put(ARCHITECTURE, model.architecture().name());
    metadata.put(CARD, Json.write(model.card()));
    if (!model.calibration().equals(Calibration.NONE)) {
      metadata.put(CALIBRATION, Json.write(model.calibration()));
    }
    if (model.combination() != null) {
      metadata.put(COMBINATION, Json.write(model.combination()));
    }
    float[] parameters = model.parameters();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (PlacedTensor tensor : model.architecture().tensors()) {
      float[] values = new float[tensor.spec().size()];
      System.arraycopy(parameters, tensor.offset(), values, 0, values.length);
      tensors.put(tensor.name(), new Tensor(tensor.spec().shape(), values));
    }
    return new Safetensors(metadata, tensors).toBytes();
  }

  /**
   * Reads a model.
   *
   * @throws BadInputException if the file is not a whole model of a known architecture
   */
  public static Model read(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException(Messages.get("nn.model.folder", file, EXTENSION));
    }
    if (Files.notExists(file)) {
      throw new BadInputException(Messages.get("nn.model.missing", file));
    }
    try {
      return parse(InputFile.readAll(file, MAX_SIZE), file.toString());
    } catch (IOException e) {
      throw new BadInputException(
          Messages.get("nn.model.unreadable", file, FileErrors.reason(e)), e);
    }
  }

  /**
   * Reads a model from a file's bytes.
   *
   * @param source name of the file in error messages
   * @throws BadInputException as {@link #read}
   */
  public static Model parse(byte[] bytes, String source) {
    Safetensors file = Safetensors.parse(bytes, source);
    requireKnownKeys(file.metadata(), source);
    Architecture architecture = architecture(file.metadata().get(ARCHITECTURE), source);
    float[] parameters = new float[architecture.parameterCount()];
    Map<String, Tensor> rest = new LinkedHashMap<>(file.tensors());
    for (PlacedTensor expected : architecture.tensors()) {
      float[] values = values(rest.remove(expected.name()), expected, source);
      System.arraycopy(values, 0, parameters, expected.offset(), values.length);
    }
    if (!rest.isEmpty()) {
      throw new BadInputException(
          Messages.get("nn.model.unexpectedTensor", source, rest.keySet().iterator().next()));
    }
    String combination = file.metadata().get(COMBINATION);
    return new Model(
        architecture,
        parameters,
        calibration(file.metadata().get(CALIBRATION), source),
        combination == null ? null : calibration(combination, source),
        card(file.metadata().get(CARD), source));
  }

  /** A key with a damaged letter would otherwise be as good as missing, such as the calibration. */
  private static void requireKnownKeys(Map<String, String> metadata, String source) {
    for (String key : metadata.keySet()) {
      if (key.startsWith(KEYS) && !KNOWN_KEYS.contains(key)) {
        throw new BadInputException(Messages.get("nn.model.unknownKey", source, key));
      }
    }
  }

  private static Architecture architecture(@Nullable String name, String source) {
    Architecture architecture = name == null ? null : Architectures.named(name).orElse(null);
    if (architecture == null) {
      String known =
          Architectures.all().stream().map(Architecture::name).collect(Collectors.joining(", "));
      throw new BadInputException(
          name == null
              ? Messages.get("nn.model.noArchitecture", source, known)
              : Messages.get("nn.model.unknownArchitecture", source, name, known));
    }
    return architecture;
  }

  private static float[] values(@Nullable Tensor tensor, PlacedTensor expected, String source) {
    String name = expected.name();
    if (tensor == null) {
      throw new BadInputException(Messages.get("nn.model.missingTensor", source, name));
    }
    List<Integer> shape = expected.spec().shape();
    if (!tensor.shape().equals(shape)) {
      throw new BadInputException(
          Messages.get("nn.model.wrongShape", source, name, tensor.shape(), shape));
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw new BadInputException(Messages.get("nn.model.notFinite", source, name));
      }
    }
    return tensor.values();
  }

  private static ModelCard card(@Nullable String json, String source) {
    if (json == null) {
      throw new BadInputException(Messages.get("nn.model.noCard", source));
    }
    ModelCard card;
    try {
      Object value = Json.parse(json);
      card = value == null ? null : ModelCard.of(JsonObject.of(value));
    } catch (BadJsonException e) {
      throw new BadInputException(Messages.get("nn.model.brokenCard", source));
    }
    if (card == null || card.history().isEmpty()) {
      throw new BadInputException(Messages.get("nn.model.noHistory", source));
    }
    Map.Entry<String, String> impossible = card.findImpossible().orElse(null);
    if (impossible != null) {
      throw new BadInputException(
          Messages.get(
              "nn.model.cardOutOfRange", source, impossible.getKey(), impossible.getValue()));
    }
    return card;
  }

  /** Files from before DigitPad calibrated its models have no calibration. */
  private static Calibration calibration(@Nullable String json, String source) {
    if (json == null) {
      return Calibration.NONE;
    }
    try {
      return Calibration.of(JsonObject.of(Json.parse(json)));
    } catch (BadJsonException | IllegalArgumentException e) {
      throw new BadInputException(Messages.get("nn.model.brokenCalibration", source));
    }
  }
}
