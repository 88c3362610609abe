package org.digitpad.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import org.digitpad.evaluate.KaggleSubmission;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.onnx.OnnxFile;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that can be written with a model.
 *
 * @param title title of the dialog
 * @param explanation purpose of the file
 * @param input the file to read; null if none is needed
 * @param outputName suggested name of the file to write
 * @param buttonText text of the button that writes the file
 * @param writer writes the file
 */
public record ExportTask(
    String title,
    String explanation,
    @Nullable Input input,
    String outputName,
    String buttonText,
    Writer writer) {
  /**
   * A file to read.
   *
   * @param name its usual name
   * @param kind name of the kind of such files, for the file dialog
   * @param pattern glob pattern of such files' names
   */
  public record Input(String name, String kind, String pattern) {}

  /** Writes a file; may take seconds. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes the file and returns a sentence about it.
     *
     * @param input the file to read; null if none is needed
     * @throws org.digitpad.io.BadInputException if the input cannot be used
     * @throws IOException if the output cannot be written
     */
    String write(Model model, @Nullable Path input, Path output) throws IOException;
  }

  /** Returns the task that writes the labels to submit to Kaggle's Digit Recognizer. */
  public static ExportTask kaggle() {
    return new ExportTask(
        Messages.get("ui.export.kaggle.title"),
        Messages.get("ui.export.kaggle.explanation"),
        new Input("test.csv", Messages.get("ui.export.kaggle.inputKind"), "*.csv"),
        "submission.csv",
        Messages.get("ui.export.kaggle.button"),
        (model, input, output) -> {
          if (input == null) {
            throw new IllegalArgumentException("a submission needs digits");
          }
          int threads = Runtime.getRuntime().availableProcessors();
          int digits = KaggleSubmission.write(model, input, output, threads);
          return Messages.plural("ui.export.kaggle.done", digits, output);
        });
  }

  /** Returns the task that exports the network for other programs. */
  public static ExportTask onnx() {
    return new ExportTask(
        Messages.get("ui.export.onnx.title"),
        Messages.get("ui.export.onnx.explanation"),
        null,
        "model.onnx",
        Messages.get("ui.export.onnx.button"),
        (model, input, output) -> {
          OnnxFile.write(model, output);
          return Messages.get("ui.export.onnx.done", output, OnnxFile.OPSET);
        });
  }
}
