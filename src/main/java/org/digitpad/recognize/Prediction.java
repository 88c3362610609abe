package org.digitpad.recognize;

import java.util.Arrays;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.kernel.ArgMax;

/**
 * The network's prediction for one drawing.
 *
 * @param image input of the network
 * @param probabilities softmax output, ten values that sum to 1, index = digit; the array is copied
 * @param logSumExp log Σ exp of the logits: how much speaks for any digit at all; not compared by
 *     {@link #equals}, as the image and the network give it
 * @param rejected whether this is shown as not a digit rather than as its label
 * @param nanos time from the drawing to the probabilities, in nanoseconds
 */
public record Prediction(
    DigitImage image, float[] probabilities, float logSumExp, boolean rejected, long nanos) {
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

  /** The most probable digit; the smallest one if several are equally probable. */
  public int label() {
    return ArgMax.of(probabilities);
  }

  /** The same prediction, shown as not a digit. */
  Prediction asRejected() {
    return new Prediction(image, probabilities, logSumExp, true, nanos);
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
