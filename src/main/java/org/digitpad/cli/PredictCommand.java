package org.digitpad.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.recognize.ImageFile;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads digits from files. */
@Command(
    name = "predict",
    description = "Read the digits in image files and in files of pen strokes.")
final class PredictCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption model;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "A PNG, JPEG, GIF or BMP image of one digit, dark on light or light on dark; or strokes"
              + " (.jsonl, .jsonl.gz).")
  private List<Path> files;

  PredictCommand(Console console) {
    this.console = console;
  }

  /**
   * One line of JSON.
   *
   * @param index number of the digit within its file, from 0
   */
  private record Line(String file, int index, int label, float[] probabilities, boolean rejected) {}

  @Override
  public Integer call() {
    try (Recognizer recognizer = new Recognizer(model.load(console))) {
      for (Path file : files) {
        if (isStrokes(file)) {
          int index = 0;
          for (LabeledDrawing drawing : StrokesFile.read(file)) {
            print(file, index++, recognizer.recognize(drawing.drawing()));
          }
        } else {
          print(file, 0, recognizer.recognize(ImageFile.read(file)));
        }
      }
    }
    return Cli.DONE;
  }

  private static boolean isStrokes(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
  }

  private void print(Path file, int index, Prediction prediction) {
    if (common.json) {
      console.printJson(
          new Line(
              file.toString(),
              index,
              prediction.label(),
              prediction.probabilities(),
              prediction.rejected()));
    } else {
      console.print("%s %d: %s", file, index, inWords(prediction));
    }
  }

  private static String inWords(Prediction prediction) {
    if (prediction.image().isBlank()) {
      return "nothing drawn";
    }
    int label = prediction.label();
    String answer =
        String.format(Locale.ROOT, "%d (%.1f%%)", label, 100 * prediction.probability(label));
    return prediction.rejected() ? "not a digit? " + answer : answer;
  }
}
