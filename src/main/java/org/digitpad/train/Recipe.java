package org.digitpad.train;

import java.util.List;
import java.util.Optional;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.nn.dl4j.Optimizer;
import org.digitpad.nn.dl4j.Optimizer.FixedRateAdam;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;

/**
 * A way to train.
 *
 * @param name name on the command line
 * @param batch images a step
 * @param optimizer how the weights follow their gradients
 * @param augmentation how the training images are changed each time they are seen
 * @param builtinShare builtin digits that each epoch has besides the training images, as a share of
 *     those: people write in more ways than any one set shows
 * @param nonDigitShare drawings that are no digit that each epoch has besides, as a share of the
 *     training images: from these the network learns to doubt (D. Hendrycks et al., "Deep anomaly
 *     detection with outlier exposure", ICLR 2019)
 */
public record Recipe(
    String name,
    int batch,
    Optimizer optimizer,
    Augmentation augmentation,
    double builtinShare,
    double nonDigitShare) {
  /** The highest rate that can be asked for: Adam moves each weight by about the rate a step. */
  public static final double MOST_RATE = 1;

  /** The reference run: Adam at a fixed rate of 0.001, batches of 128. */
  public static final Recipe REFERENCE =
      new Recipe("reference", 128, new FixedRateAdam(0.001), Augmentation.NONE, 0, 0);

  /**
   * What reads best so far: one rise and fall of the rate, images changed anew each epoch, a third
   * as many builtin digits among them, and a tenth as many drawings that are no digit.
   */
  public static final Recipe BEST =
      new Recipe(
          "best",
          64,
          new OneCycleAdamW(0.004, 0.05, 1),
          Augmentation.HANDWRITING,
          1.0 / 3,
          1.0 / 10);

  public static List<Recipe> all() {
    return List.of(BEST, REFERENCE);
  }

  public static Optional<Recipe> named(String name) {
    return all().stream().filter(recipe -> recipe.name().equals(name)).findFirst();
  }

  /** The same recipe with another number of images a step. */
  public Recipe withBatch(int images) {
    return new Recipe(name, images, optimizer, augmentation, builtinShare, nonDigitShare);
  }

  /**
   * Images that an epoch over {@code training} images has, those that the recipe adds among them.
   */
  public int imagesPerEpoch(int training) {
    return training + builtinDigits(training) + nonDigits(training);
  }

  /** Builtin digits that an epoch over {@code training} images has besides those. */
  int builtinDigits(int training) {
    return (int) Math.round(builtinShare * training);
  }

  /** Drawings that are no digit that an epoch over {@code training} images has besides those. */
  int nonDigits(int training) {
    return (int) Math.round(nonDigitShare * training);
  }

  /** The rate of the optimiser; its peak where it changes. */
  public double rate() {
    return optimizer.learningRate();
  }

  /**
   * The same recipe at another rate.
   *
   * @param rate what {@link #rate} is to give
   * @throws IllegalArgumentException if no network can be trained at it
   */
  public Recipe withRate(double rate) {
    if (!isRate(rate)) {
      throw new IllegalArgumentException("no rate: " + rate);
    }
    return new Recipe(
        name, batch, optimizer.withLearningRate(rate), augmentation, builtinShare, nonDigitShare);
  }

  /** Whether a number lies above 0 and up to {@link #MOST_RATE}. */
  public static boolean isRate(double rate) {
    return rate > 0 && rate <= MOST_RATE;
  }
}
