package org.digitpad.nn.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Models as safetensors files, with the card in the header's metadata. Only networks of {@link
 * Architectures} are read, and only with exactly their tensors.
 */
public final class ModelFile {
  /** Extension of model files' names. */
  public static final String EXTENSION = ".safetensors";

  /** Glob pattern of model files' names. */
  public static final String PATTERN = "*" + EXTENSION;

  private static final String ARCHITECTURE = "digitpad.architecture";
  private static final String CARD = "digitpad.card";
  private static final String CALIBRATION = "digitpad.calibration";

  /** No model of DigitPad comes near; a larger file is not one, and is not worth the memory. */
  private static final long LARGEST = 64L << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final ObjectMapper STRICT_JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

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

  /** Writes a model beside its place, then moves it there. */
  public static void write(Model model, Path file) throws IOException {
    AtomicFiles.write(file, toBytes(model));
  }

  static byte[] toBytes(Model model) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", "pt");
    metadata.put(ARCHITECTURE, model.architecture().name());
    try {
      metadata.put(CARD, JSON.writeValueAsString(model.card()));
      if (!model.calibration().equals(Calibration.NONE)) {
        metadata.put(CALIBRATION, JSON.writeValueAsString(model.calibration()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
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
      throw new BadInputException(file + " is a folder; name a model file (" + EXTENSION + ").");
    }
    if (!Files.exists(file)) {
      throw new BadInputException("There is no model file " + file + "; check the name.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST) {
        throw new BadInputException(
            file + " is too large for a model file of DigitPad; name another file.");
      }
      return parse(in.readNBytes((int) LARGEST), file.toString());
    } catch (IOException e) {
      throw new BadInputException(
          "The model file " + file + " cannot be read (" + reason(e) + "); check the file.", e);
    }
  }

  private static String reason(IOException fault) {
    return fault instanceof AccessDeniedException ? "permission denied" : fault.getMessage();
  }

  /**
   * Reads a model from a file's bytes.
   *
   * @param source what to call the file in an error
   * @throws BadInputException as {@link #read}
   */
  public static Model parse(byte[] bytes, String source) {
    Safetensors file = Safetensors.parse(bytes, source);
    Architecture architecture = architecture(file.metadata().get(ARCHITECTURE), source);
    float[] parameters = new float[architecture.parameters()];
    Map<String, Tensor> rest = new LinkedHashMap<>(file.tensors());
    for (PlacedTensor expected : architecture.tensors()) {
      float[] values = values(rest.remove(expected.name()), expected, source);
      System.arraycopy(values, 0, parameters, expected.offset(), values.length);
    }
    if (!rest.isEmpty()) {
      throw bad(
          source, "has a tensor \"" + rest.keySet().iterator().next() + "\" that does not belong");
    }
    return new Model(
        architecture,
        parameters,
        calibration(file.metadata().get(CALIBRATION), source),
        card(file.metadata().get(CARD), source));
  }

  private static Architecture architecture(@Nullable String name, String source) {
    return Architectures.named(name == null ? "" : name)
        .orElseThrow(
            () ->
                bad(
                    source,
                    (name == null
                            ? "names no architecture"
                            : "is of the unknown architecture \"" + name + "\"")
                        + " (known: "
                        + Architectures.all().stream()
                            .map(Architecture::name)
                            .collect(Collectors.joining(", "))
                        + ")"));
  }

  private static float[] values(@Nullable Tensor tensor, PlacedTensor expected, String source) {
    String what = "tensor \"" + expected.name() + "\"";
    if (tensor == null) {
      throw bad(source, "lacks the " + what);
    }
    if (!tensor.shape().equals(expected.spec().shape())) {
      throw bad(
          source,
          "has a "
              + what
              + " of shape "
              + tensor.shape()
              + " instead of "
              + expected.spec().shape());
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw bad(source, "has a number in its " + what + " that is not finite");
      }
    }
    return tensor.values();
  }

  private static ModelCard card(@Nullable String json, String source) {
    if (json == null) {
      throw bad(source, "has no model card");
    }
    ModelCard card;
    try {
      card = JSON.readValue(json, ModelCard.class);
    } catch (JsonProcessingException | RuntimeException e) {
      throw bad(source, "has a model card that cannot be read");
    }
    if (card == null || card.history().isEmpty()) {
      throw bad(source, "has a model card without a history");
    }
    return card;
  }

  /** Files that are older than calibration have none. */
  private static Calibration calibration(@Nullable String json, String source) {
    if (json == null) {
      return Calibration.NONE;
    }
    Calibration calibration;
    try {
      calibration = STRICT_JSON.readValue(json, Calibration.class);
    } catch (JsonProcessingException | RuntimeException e) {
      throw bad(source, "has a calibration that cannot be read");
    }
    if (calibration == null) {
      throw bad(source, "has a calibration that cannot be read");
    }
    return calibration;
  }

  private static BadInputException bad(String source, String fault) {
    return new BadInputException(
        "The model file " + source + " " + fault + "; use a file that DigitPad has written.");
  }
}
