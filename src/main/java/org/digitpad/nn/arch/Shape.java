package org.digitpad.nn.arch;

/**
 * Shape of one sample between two layers: a sequence of feature vectors, or a single vector.
 *
 * @param steps length of the sequence; 1 for a plain vector
 * @param features length of each vector (channels of a convolution, units of a recurrent layer)
 */
public record Shape(int steps, int features) {
  public Shape {
    if (steps < 1 || features < 1) {
      throw new IllegalArgumentException(
          "a shape needs steps and features, got " + steps + "×" + features);
    }
  }

  /** Number of values in one sample. */
  public int size() {
    return steps * features;
  }

  /** "12×32" for a sequence, "16" for a vector. */
  @Override
  public String toString() {
    return steps == 1 ? Integer.toString(features) : steps + "×" + features;
  }
}
