package org.digitpad.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.NonDigitKind;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * How well a model tells digits from what is none.
 *
 * @param right digits whose most probable digit is the label
 * @param falselyRejected those of them that would be shown as no digit
 * @param nonDigits what became of drawings that are no digit, kind by kind
 */
public record RejectionEvaluation(int right, int falselyRejected, List<KindResult> nonDigits) {
  private static final int DRAWINGS_A_KIND = 1_000;
  private static final long SEED = 1;

  /**
   * What became of one kind.
   *
   * @param kind as nondigits.txt calls it
   * @param drawings how many there were
   * @param rejected how many would be shown as no digit
   */
  public record KindResult(String kind, int drawings, int rejected) {}

  public RejectionEvaluation {
    nonDigits = List.copyOf(nonDigits);
  }

  /** Reads digits as MNIST has them, and a thousand drawings of each kind that is none. */
  public static RejectionEvaluation ofImages(Model model, LabeledImages digits) {
    try (Recognizer recognizer = new Recognizer(model)) {
      return of(
          recognizer,
          IntStream.range(0, digits.size())
              .mapToObj(i -> new Read(digits.label(i), recognizer.read(digits.image(i)))));
    }
  }

  /** Reads labelled pen drawings of digits, and a thousand of each kind that is none. */
  public static RejectionEvaluation ofStrokes(Model model, List<LabeledDrawing> digits) {
    try (Recognizer recognizer = new Recognizer(model)) {
      return of(
          recognizer,
          digits.stream()
              .map(
                  digit ->
                      new Read(
                          Objects.requireNonNull(digit.label()),
                          recognizer.read(digit.drawing()))));
    }
  }

  private record Read(int label, Prediction prediction) {}

  private static RejectionEvaluation of(Recognizer recognizer, Stream<Read> digits) {
    List<Prediction> right =
        digits
            .filter(digit -> digit.prediction().label() == digit.label())
            .map(Read::prediction)
            .toList();
    return new RejectionEvaluation(
        right.size(),
        (int) right.stream().filter(Prediction::rejected).count(),
        Stream.of(NonDigitKind.values()).map(kind -> measure(recognizer, kind)).toList());
  }

  private static KindResult measure(Recognizer recognizer, NonDigitKind kind) {
    List<Drawing> drawings = NonDigits.drawings(kind, DRAWINGS_A_KIND, SEED);
    long rejected = drawings.stream().map(recognizer::read).filter(Prediction::rejected).count();
    return new KindResult(kind.title(), drawings.size(), (int) rejected);
  }
}
