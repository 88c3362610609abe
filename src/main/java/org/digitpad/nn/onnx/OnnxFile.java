package org.digitpad.nn.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;

/**
 * Writes models as ONNX files for other programs: input "images" [N, 28, 28] from 0 (background) to
 * 1 (ink), output "probabilities" [N, 10]. The metadata has the most important values of the card.
 *
 * <p>Format: https://github.com/onnx/onnx/blob/main/docs/IR.md. The generated classes of its
 * messages come with ND4J's jar; no other class of ND4J is loaded.
 */
public final class OnnxFile {
  /** Version of the operators: old enough for every current runtime. */
  public static final int OPSET = 13;

  /** Version of the format that was released with {@link #OPSET}. */
  private static final int IR_VERSION = 7;

  private OnnxFile() {}

  /**
   * Writes a model atomically: to a temporary file that then replaces {@code file}.
   *
   * @throws BadInputException if the model cannot compute probabilities
   */
  public static void write(Model model, Path file) throws IOException {
    Classifier.checkFinite(model.architecture(), model.parameters());
    AtomicFiles.write(file, toBytes(model));
  }

  static byte[] toBytes(Model model) {
    ModelProto.Builder proto =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .setProducerName("DigitPad")
            .setProducerVersion(version())
            .setGraph(OnnxNetwork.of(model.architecture(), model.parameters()));
    metadata(model)
        .forEach(
            (key, value) ->
                proto.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return proto.build().toByteArray();
  }

  private static Map<String, String> metadata(Model model) {
    ModelCard card = model.card();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("version", version());
    metadata.put("architecture", model.architecture().name());
    metadata.put("parameters", String.valueOf(model.architecture().parameterCount()));
    metadata.put("recipe", card.recipe());
    metadata.put("seed", String.valueOf(card.seed()));
    metadata.put("epochs", String.valueOf(card.epochs()));
    metadata.put("valAccuracy", String.valueOf(card.valAccuracy()));
    metadata.put("command", card.command());
    return metadata;
  }

  private static String version() {
    return Optional.ofNullable(OnnxFile.class.getPackage().getImplementationVersion())
        .orElse("development build");
  }
}
