package org.digitpad.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.digitpad.evaluate.KaggleSubmission;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.onnx.OnnxFile;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be written with a model.
 *
 * @param title what the sheet is called
 * @param explanation what it is good for
 * @param input the file that it needs; null if it needs none
 * @param outputName how the file that it writes is usually called
 * @param button what the button says
 * @param writer does it
 */
public record ExportTask(
    String title,
    String explanation,
    @Nullable Input input,
    String outputName,
    String button,
    Writer writer) {
  /**
   * A file to read.
   *
   * @param name how it is usually called
   * @param kind what such files are
   * @param pattern how their names end
   */
  public record Input(String name, String kind, String pattern) {}

  /** Writes a file; may take seconds. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Returns what was done, in a sentence.
     *
     * @param input null where none is needed
     * @throws org.digitpad.io.BadInputException if the input cannot be used
     * @throws IOException if the output cannot be written
     */
    String write(Model model, @Nullable Path input, Path output) throws IOException;
  }

  /** The labels that Kaggle's Digit Recognizer takes. */
  public static ExportTask kaggle() {
    return new ExportTask(
        "Kaggle submission",
        "Reads the 28,000 digits of Kaggle\u2019s Digit Recognizer and writes the file to submit"
            + " there.",
        new Input("test.csv", "Tables", "*.csv"),
        "submission.csv",
        "Write submission",
        (model, input, output) -> {
          if (input == null) {
            throw new IllegalArgumentException("a submission needs digits");
          }
          int threads = Runtime.getRuntime().availableProcessors();
          int digits = KaggleSubmission.write(model, input, output, threads);
          return String.format(
              Locale.ROOT, "%,d digits are read and their labels in %s.", digits, output);
        });
  }

  /** The network for other programs. */
  public static ExportTask onnx() {
    return new ExportTask(
        "Export as ONNX",
        "Writes the network for other programs: 28\u00d728 pixels from 0 to 1 in, ten probabilities"
            + " out.",
        null,
        "model.onnx",
        "Export",
        (model, input, output) -> {
          OnnxFile.write(model, output);
          return String.format(
              Locale.ROOT, "Written to %s (ONNX, opset %d).", output, OnnxFile.OPSET);
        });
  }
}
