package org.digitpad.train.adapt;

import org.digitpad.nn.arch.Architecture;

/**
 * How a copy of a network learns from a person's drawings.
 *
 * @param trained which parameters change
 * @param steps steps of the optimizer; the learning rate falls to 0 along a cosine
 * @param own own drawings in a batch, each varied anew every time
 * @param replayed other people's samples in a batch, from which the network learns not to forget
 * @param learningRate Adam's learning rate at the first step
 * @param share how far each parameter of the copy goes from the parent's to the one that was
 *     learned, 0 to 1: in between, the copy forgets less and makes fewer errors (M. Wortsman et
 *     al., "Robust fine-tuning of zero-shot models", CVPR 2022)
 */
public record AdaptationMethod(
    Trained trained, int steps, int own, int replayed, double learningRate, double share) {
  /** The parameters that change. */
  public enum Trained {
    /** All of them. */
    ALL,
    /** The weights and biases of the softmax layer. */
    LAST_LAYER,
    /** The biases of all layers. */
    BIASES
  }

  /** Of fully connected layers over pixels, half the way forgets less. */
  private static final double SHARE_OF_PIXELS = 0.5;

  private static final double SHARE = 0.75;

  private static final int BATCH = 128;
  private static final int MAX_OWN = 32;
  private static final int MIN_OWN = 8;

  /** From this many drawings on, a batch has as many of them as it may. */
  private static final int MANY = 50;

  /**
   * The best method for a network of those that were measured, see docs/adaptation.md.
   *
   * @param drawings number of drawings; of few, a batch has fewer, or they would be learned by
   *     heart
   */
  public static AdaptationMethod best(Architecture architecture, int drawings) {
    int own = Math.max(MIN_OWN, Math.min(MAX_OWN, MAX_OWN * drawings / MANY));
    boolean pixels = !architecture.isRecurrent() && !architecture.readsMovement();
    return new AdaptationMethod(
        Trained.ALL, 200, own, BATCH - own, 0.001, pixels ? SHARE_OF_PIXELS : SHARE);
  }

  /**
   * The same with fewer steps and fewer replayed samples, for the copies of the cross-validation,
   * which only tell what is learned, not what is forgotten.
   */
  AdaptationMethod ofFold() {
    return new AdaptationMethod(
        trained, Math.max(1, steps / 2), own, replayed * 2 / 3, learningRate, share);
  }

  /** Samples that are learned from in all steps. */
  int samples() {
    return steps * (own + replayed);
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if no such training is possible
   */
  public AdaptationMethod {
    if (steps < 1 || own < 1 || replayed < 0 || !(learningRate > 0) || !(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("impossible numbers of an adaptation");
    }
  }
}
