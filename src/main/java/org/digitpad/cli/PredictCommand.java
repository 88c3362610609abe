package org.digitpad.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.image.ImageFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Recognizes the digits in files and pipes. */
@Command(name = "predict")
final class PredictCommand implements Callable<Integer> {
  /** The first of these bytes that is not blank tells pen strokes from other files. */
  private static final int START_BYTES = 64;

  /** Stands for standard input, as for other programs. */
  private static final Path DASH = Path.of("-");

  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

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
    int exitCode = Cli.OK;
    Recognizer recognizer = new Recognizer(model.load(console));
    for (Path file : files) {
      try {
        predict(file, recognizer);
      } catch (BadInputException e) {
        console.printMessage(e.getMessage());
        exitCode = Cli.BAD_INPUT;
      }
    }
    return exitCode;
  }

  private void predict(Path file, Recognizer recognizer) {
    try (InputStream in =
        new BufferedInputStream(InputFile.openStream(file.equals(DASH) ? STANDARD_INPUT : file))) {
      if (isStrokes(in, file)) {
        int index = 0;
        for (LabeledDrawing drawing : StrokesFile.read(in, file)) {
          print(file, index++, recognizer.recognize(drawing.drawing()));
        }
      } else {
        print(file, 0, recognizer.recognize(ImageFile.read(in, file)));
      }
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /** Decides by the content: a pipe has no name, and names may be wrong. */
  private static boolean isStrokes(InputStream in, Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return !ImageFile.isImage(in)
        && (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz") || startsAnObject(in));
  }

  private static boolean startsAnObject(InputStream in) throws IOException {
    in.mark(START_BYTES);
    byte[] start = in.readNBytes(START_BYTES);
    in.reset();
    return new String(start, StandardCharsets.UTF_8).stripLeading().startsWith("{");
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
