package org.digitpad.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.recognize.ImageFile;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Recognizes the digits in files. */
@Command(name = "predict")
final class PredictCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption model;

  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files;

  PredictCommand(Console console) {
    this.console = console;
  }

  /**
   * A JSON line.
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
    return Cli.OK;
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
      console.print(sentence(file, Integer.toString(index), prediction));
    }
  }

  private static String sentence(Path file, String index, Prediction prediction) {
    if (prediction.image().isBlank()) {
      return Messages.get("cli.predict.blank", file, index);
    }
    int label = prediction.label();
    return Messages.get(
        prediction.rejected() ? "cli.predict.rejected" : "cli.predict.digit",
        file,
        index,
        label,
        Numbers.percent(prediction.probability(label), 1));
  }
}
