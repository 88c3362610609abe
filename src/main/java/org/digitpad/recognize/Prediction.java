package org.digitpad.recognize;

import java.util.Arrays;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.kernel.ArgMax;

/**
 * What the network makes of one drawing.
 *
 * @param image what the network saw
 * @param probabilities ten softmax outputs that sum to 1, index = digit; the array is a copy
 * @param rejected whether this should be shown as no digit rather than as a label
 * @param nanos time from drawing to probabilities, in nanoseconds
 */
public record Prediction(DigitImage image, float[] probabilities, boolean rejected, long nanos) {
  public Prediction {
    probabilities = probabilities.clone();
  }

  @Override
  public float[] probabilities() {
    return probabilities.clone();
  }

  public float probability(int digit) {
    return probabilities[digit];
  }

  /** The most probable digit; the smallest of equals. */
  public int label() {
    return ArgMax.of(probabilities);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Prediction that
        && image.equals(that.image)
        && Arrays.equals(probabilities, that.probabilities)
        && rejected == that.rejected;
  }

  @Override
  public int hashCode() {
    return 31 * image.hashCode() + Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return "Prediction[" + label() + " " + Arrays.toString(probabilities) + "]";
  }
}
