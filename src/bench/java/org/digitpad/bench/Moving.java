package org.digitpad.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.recognize.live.FinishedDigit;
import org.digitpad.recognize.live.GrowingDrawingRecognizer;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.DigitSequenceRecognizer;

/**
 * What the pad shows while digits are drawn point by point, a point every 15 ms, also when the pen
 * is lifted between strokes and at the end.
 *
 * @param sureAndWrong percentage of digits for which another digit stands above 90% at some moment
 * @param flips mean number of times that the most probable digit changes
 * @param settled median percentage of the points after which the digit stays the right one; 100
 *     where it never does
 */
record Moving(double sureAndWrong, double flips, double settled) {
  private static final float SURE = 0.9f;
  private static final long NANOS_PER_POINT = 15_000_000;

  /** What is shown after a point. */
  private record Shown(int points, int label, boolean sure) {}

  /** What is shown while one digit is drawn. */
  private record Digit(int label, int points, List<Shown> moments) {
    boolean[] sureOfOthers() {
      boolean[] sure = new boolean[10];
      for (Shown moment : moments) {
        sure[moment.label] |= moment.sure && moment.label != label;
      }
      return sure;
    }

    boolean isSureAndWrong() {
      return moments.stream().anyMatch(moment -> moment.sure && moment.label != label);
    }

    int flips() {
      return (int)
          IntStream.range(1, moments.size())
              .filter(i -> moments.get(i).label != moments.get(i - 1).label)
              .count();
    }

    double settled() {
      int lastWrong =
          moments.stream().filter(m -> m.label != label).mapToInt(Shown::points).max().orElse(0);
      return 100.0 * Math.min(points, lastWrong + 1) / points;
    }
  }

  static Moving of(Recognizer recognizer, List<LabeledDrawing> drawings) {
    return of(drawings.stream().map(drawing -> draw(recognizer, drawing)).toList());
  }

  private static Moving of(List<Digit> digits) {
    double[] settled = digits.stream().mapToDouble(Digit::settled).sorted().toArray();
    return new Moving(
        100.0 * digits.stream().filter(Digit::isSureAndWrong).count() / digits.size(),
        digits.stream().mapToInt(Digit::flips).average().orElseThrow(),
        settled[settled.length / 2]);
  }

  private static Digit draw(Recognizer recognizer, LabeledDrawing drawing) {
    long[] now = {0};
    CanvasRecognizer pad =
        new GrowingDrawingRecognizer(
            new DigitSequenceRecognizer(recognizer), FinishedDigit.bundled(), () -> now[0]);
    List<Drawing> beginnings = Beginnings.of(drawing.drawing());
    List<Shown> moments = new ArrayList<>();
    for (int i = 0; i < beginnings.size(); i++) {
      CanvasContent content = new CanvasContent(beginnings.get(i));
      now[0] += NANOS_PER_POINT;
      moments.add(shown(i + 1, pad.recognize(content, true)));
      if (i + 1 == beginnings.size() || strokes(beginnings, i + 1) > strokes(beginnings, i)) {
        moments.add(shown(i + 1, pad.recognize(content, false)));
      }
    }
    return new Digit(Objects.requireNonNull(drawing.label()), beginnings.size(), moments);
  }

  private static int strokes(List<Drawing> beginnings, int index) {
    return beginnings.get(index).strokes().size();
  }

  private static Shown shown(int points, DigitSequence sequence) {
    Prediction prediction = sequence.digits().get(sequence.lastDrawn()).prediction();
    int label = prediction.label();
    return new Shown(points, label, prediction.probability(label) > SURE);
  }

  /** Prints which wrong digits stand above 90%, by digit. */
  static void print(String name, Recognizer recognizer, List<LabeledDrawing> drawings) {
    List<Digit> all = drawings.stream().map(drawing -> draw(recognizer, drawing)).toList();
    System.out.println(name + ": " + of(all));
    for (int label = 0; label < 10; label++) {
      int of = label;
      List<Digit> digits = all.stream().filter(digit -> digit.label == of).toList();
      int[] wrong = new int[10];
      for (Digit digit : digits) {
        boolean[] sure = digit.sureOfOthers();
        IntStream.range(0, 10).filter(other -> sure[other]).forEach(other -> wrong[other]++);
      }
      Moving moving = of(digits);
      System.out.printf(
          Locale.ROOT,
          "%d: %.0f%% of %d sure of another, %.1f flips, settled at %.0f%%; by other: %s%n",
          label, moving.sureAndWrong, digits.size(), moving.flips, moving.settled,
          Arrays.toString(wrong));
    }
  }
}
