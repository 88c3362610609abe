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
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * How well a model distinguishes digits from non-digits.
 *
 * @param correct number of digits whose most probable digit is the label
 * @param falselyRejected number of those that are rejected all the same
 * @param nonDigits rejections among the non-digits of each kind
 */
public record RejectionEvaluation(int correct, int falselyRejected, List<KindResult> nonDigits) {
  private static final int DRAWINGS_PER_KIND = 1_000;
  private static final long SEED = 1;

  /**
   * Rejections among the non-digits of one kind.
   *
   * @param kind name of the kind in nondigits.txt
   * @param drawings number of drawings
   * @param rejected number of rejected ones
   */
  public record KindResult(String kind, int drawings, int rejected) {}

  public RejectionEvaluation {
    nonDigits = List.copyOf(nonDigits);
  }

  /** Evaluates a recognizer on images of digits, and on a thousand non-digits of each kind. */
  public static RejectionEvaluation ofImages(Recognizer recognizer, LabeledImages digits) {
    return of(
        recognizer,
        IntStream.range(0, digits.size())
            .mapToObj(
                i ->
                    new LabeledPrediction(digits.label(i), recognizer.recognize(digits.image(i)))));
  }

  /**
   * Evaluates a recognizer on labeled drawings of digits, and on a thousand non-digits of each
   * kind.
   */
  public static RejectionEvaluation ofStrokes(Recognizer recognizer, List<LabeledDrawing> digits) {
    return of(
        recognizer,
        digits.stream()
            .map(
                digit ->
                    new LabeledPrediction(
                        Objects.requireNonNull(digit.label()),
                        recognizer.recognize(digit.drawing()))));
  }

  private record LabeledPrediction(int label, Prediction prediction) {}

  private static RejectionEvaluation of(Recognizer recognizer, Stream<LabeledPrediction> digits) {
    List<Prediction> correct =
        digits
            .filter(digit -> digit.prediction().label() == digit.label())
            .map(LabeledPrediction::prediction)
            .toList();
    return new RejectionEvaluation(
        correct.size(),
        (int) correct.stream().filter(Prediction::rejected).count(),
        Stream.of(NonDigitKind.values()).map(kind -> measure(recognizer, kind)).toList());
  }

  private static KindResult measure(Recognizer recognizer, NonDigitKind kind) {
    List<Drawing> drawings = NonDigits.drawings(kind, DRAWINGS_PER_KIND, SEED);
    long rejected =
        drawings.stream().map(recognizer::recognize).filter(Prediction::rejected).count();
    return new KindResult(kind.title(), drawings.size(), (int) rejected);
  }
}
