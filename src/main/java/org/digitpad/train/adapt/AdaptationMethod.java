package org.digitpad.train.adapt;

/**
 * How a copy of a network learns from a person's drawings.
 *
 * @param trained which parameters change
 * @param steps steps of the optimizer; the learning rate falls to 0 along a cosine
 * @param own own drawings in a batch, each varied anew every time
 * @param replayed other people's samples in a batch, from which the network learns not to forget
 * @param learningRate Adam's learning rate at the first step
 * @param anchor share of its distance to the parent's parameters that a parameter loses in a step,
 *     as a multiple of the learning rate: weight decay towards the parent
 */
public record AdaptationMethod(
    Trained trained, int steps, int own, int replayed, double learningRate, double anchor) {
  /** The parameters that change. */
  public enum Trained {
    /** All of them. */
    ALL,
    /** The weights and biases of the softmax layer. */
    LAST_LAYER,
    /** The biases of all layers. */
    BIASES
  }

  /** The best of those that were measured, see docs/adaptation.md. */
  public static final AdaptationMethod BEST =
      new AdaptationMethod(Trained.ALL, 150, 32, 32, 0.002, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or there are no own drawings or steps
   */
  public AdaptationMethod {
    if (steps < 1 || own < 1 || replayed < 0 || !(learningRate > 0) || !(anchor >= 0)) {
      throw new IllegalArgumentException("impossible numbers of an adaptation");
    }
  }
}
