package org.digitpad.ui.answer;

import java.util.Arrays;
import org.digitpad.ink.DigitImage;
import org.digitpad.recognize.Prediction;

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

  private static DigitImage image(int digit) {
    float[] pixels = new float[DigitImage.PIXELS];
    pixels[digit] = 1;
    return new DigitImage(pixels);
  }
}
