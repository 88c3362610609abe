package org.digitpad.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.PictureReading;
import org.digitpad.recognize.PictureRecognizer;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.image.ImageFile;
import org.digitpad.recognize.image.Picture;
import org.digitpad.recognize.sequence.BoundingBox;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.DigitSequenceRecognizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Option(names = "--single")
  private boolean single;

  @Option(names = "--explain")
  private boolean explain;

  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files;

  /** Null unless explanations are asked for. */
  private @Nullable ExplanationFields explanations;

  private boolean saidWhoReadsPictures;

  PredictCommand(Console console) {
    this.console = console;
  }

  /**
   * A JSON line: a digit, or a drawing or an image that is blank.
   *
   * @param index number of the drawing within its file, from 0
   * @param label null if blank
   * @param score how much speaks for any digit at all: log Σ exp of the logits
   * @param part number of the digit within its drawing, from 0
   * @param parts number of digits of the drawing
   * @param box x, y, width and height around the points of the digit, or its ink in an image
   * @param string all labels of the drawing
   */
  private record Line(
      String file,
      int index,
      @Nullable Integer label,
      float[] probabilities,
      boolean rejected,
      float score,
      boolean blank,
      int part,
      int parts,
      double[] box,
      String string) {
    /** The fields of this line, and more. */
    Map<String, @Nullable Object> with(Map<String, @Nullable Object> more) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("file", file);
      fields.put("index", index);
      fields.put("label", label);
      fields.put("probabilities", probabilities);
      fields.put("rejected", rejected);
      fields.put("score", score);
      fields.put("blank", blank);
      fields.put("part", part);
      fields.put("parts", parts);
      fields.put("box", box);
      fields.put("string", string);
      fields.putAll(more);
      return fields;
    }
  }

  @Override
  public Integer call() {
    if (explain && !common.json) {
      throw new BadInputException(Messages.get("cli.predict.explainNeedsJson"));
    }
    int exitCode = Cli.OK;
    LibraryModel reader = model.find();
    if (explain && (reader.isCombination() || reader.readsMovementOnly())) {
      throw new BadInputException(Messages.get("cli.predict.explainNeedsImages", model.name));
    }
    Recognizer recognizer = reader.newRecognizer();
    explanations = explain ? new ExplanationFields(reader.model()) : null;
    for (Path file : files) {
      try {
        predict(file, reader, recognizer);
      } catch (BadInputException e) {
        console.printMessage(e.getMessage());
        exitCode = Cli.BAD_INPUT;
      }
    }
    return exitCode;
  }

  private void predict(Path file, LibraryModel reader, Recognizer recognizer) {
    try (InputStream in =
        new BufferedInputStream(InputFile.openStream(file.equals(DASH) ? STANDARD_INPUT : file))) {
      if (isStrokes(in, file)) {
        DigitSequenceRecognizer sequences = new DigitSequenceRecognizer(recognizer);
        int index = 0;
        for (LabeledDrawing labeled : StrokesFile.read(in, file)) {
          Drawing drawing = labeled.drawing();
          print(
              file,
              index++,
              single ? sequences.recognizeSingle(drawing) : sequences.recognize(drawing));
        }
      } else {
        if (!saidWhoReadsPictures) {
          ModelOption.sayWhoReadsPictures(reader, console);
          saidWhoReadsPictures = true;
        }
        PictureRecognizer pictures = new PictureRecognizer(recognizer);
        Picture picture = ImageFile.read(in, file);
        printPicture(
            file, single ? List.of(pictures.recognize(picture)) : pictures.recognizeAll(picture));
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

  /** Prints the digits of a drawing. */
  private void print(Path file, int index, DigitSequence sequence) {
    print(
        file,
        index,
        sequence.digits().stream()
            .map(digit -> new Part(digit.prediction(), box(digit.box()), digit.drawing()))
            .toList());
  }

  private static double[] box(BoundingBox box) {
    return new double[] {box.x(), box.y(), box.width(), box.height()};
  }

  /** Prints the digits of a picture. */
  private void printPicture(Path file, List<PictureReading> readings) {
    print(
        file,
        0,
        readings.stream()
            .map(reading -> new Part(reading.prediction(), box(reading.box()), null))
            .toList());
  }

  private static double[] box(InkBounds box) {
    return new double[] {box.left(), box.top(), box.width(), box.height()};
  }

  /** A digit, where it is, and its strokes; null in a picture. */
  private record Part(Prediction prediction, double[] box, @Nullable Drawing drawing) {}

  private void print(Path file, int index, List<Part> parts) {
    List<Prediction> predictions = parts.stream().map(Part::prediction).toList();
    if (common.json) {
      String text = text(predictions);
      for (int part = 0; part < parts.size(); part++) {
        printJson(file, index, parts.get(part), part, parts.size(), text);
      }
    } else if (parts.size() == 1) {
      console.print(sentence(file, index, predictions.get(0)));
    } else {
      console.print(sentence(file, index, predictions));
    }
  }

  private static String text(List<Prediction> predictions) {
    return predictions.stream()
        .filter(prediction -> !prediction.image().isBlank())
        .map(prediction -> Integer.toString(prediction.label()))
        .collect(Collectors.joining());
  }

  private void printJson(Path file, int index, Part digit, int part, int parts, String string) {
    Prediction prediction = digit.prediction;
    boolean blank = prediction.image().isBlank();
    Line line =
        new Line(
            file.toString(),
            index,
            blank ? null : prediction.label(),
            prediction.probabilities(),
            prediction.rejected(),
            prediction.logSumExp(),
            blank,
            part,
            parts,
            digit.box,
            string);
    console.printJson(
        explanations == null ? line : line.with(explanations.of(prediction, digit.drawing)));
  }

  private static String sentence(Path file, int index, Prediction prediction) {
    String number = Integer.toString(index);
    if (prediction.image().isBlank()) {
      return Messages.get("cli.predict.blank", file, number);
    }
    int label = prediction.label();
    return Messages.get(
        prediction.rejected() ? "cli.predict.rejected" : "cli.predict.digit",
        file,
        number,
        label,
        Numbers.percent(prediction.probability(label), 1));
  }

  private static String sentence(Path file, int index, List<Prediction> predictions) {
    Prediction leastSure =
        Collections.min(
            predictions,
            Comparator.comparingDouble(prediction -> prediction.probability(prediction.label())));
    return Messages.get(
        predictions.stream().anyMatch(Prediction::rejected)
            ? "cli.predict.digitsRejected"
            : "cli.predict.digits",
        file,
        Integer.toString(index),
        text(predictions),
        leastSure.label(),
        Numbers.percent(leastSure.probability(leastSure.label()), 1));
  }
}
