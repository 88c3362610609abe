package org.digitpad.ui.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.sequence.BoundingBox;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.SequenceDigit;

/** Predictions to test with. */
public final class Predictions {
  private Predictions() {}

  /** Returns a prediction that is certain of one digit. */
  public static Prediction of(int digit) {
    return of(digit, 1, digit == 0 ? 1 : 0, 0);
  }

  /** Returns a prediction of two digits; the other digits share the rest of the probability. */
  public static Prediction of(int first, double firstShare, int second, double secondShare) {
    float[] probabilities = new float[10];
    Arrays.fill(probabilities, (float) ((1 - firstShare - secondShare) / 8));
    probabilities[first] = (float) firstShare;
    probabilities[second] = (float) secondShare;
    return new Prediction(image(first), probabilities, 8, false, 80_000);
  }

  /** Returns a rejected prediction. */
  public static Prediction rejected() {
    return new Prediction(image(0), of(3, 0.4, 5, 0.3).probabilities(), 0, true, 80_000);
  }

  /** Returns predictions as digits of 20×100 units that stand 40 units apart. */
  public static DigitSequence row(Prediction... predictions) {
    List<SequenceDigit> digits = new ArrayList<>();
    for (Prediction prediction : predictions) {
      BoundingBox box = new BoundingBox(20 + 40 * digits.size(), 50, 20, 100);
      digits.add(new SequenceDigit(Drawing.BLANK, box, prediction));
    }
    return new DigitSequence(digits, digits.size() - 1);
  }

  private static DigitImage image(int digit) {
    float[] pixels = new float[DigitImage.PIXELS];
    pixels[digit] = 1;
    return new DigitImage(pixels);
  }
}
