package org.digitpad.train;

import java.util.List;
import java.util.Optional;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.nn.dl4j.Optimizer;
import org.digitpad.nn.dl4j.Optimizer.FixedRateAdam;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;

/**
 * A named set of hyperparameters.
 *
 * @param name name on the command line and in model cards
 * @param batchSize images per step
 * @param optimizer optimizer with its learning rate
 * @param augmentation random changes of each training image, different in every epoch
 * @param builtinShare builtin digits that each epoch has in addition, as a share of the training
 *     images: people write digits in more ways than any one dataset shows
 * @param nonDigitShare drawings of non-digits that each epoch has in addition, as a share of the
 *     training images: outlier exposure, from which the network learns low confidence on such
 *     images (D. Hendrycks et al., "Deep anomaly detection with outlier exposure", ICLR 2019)
 * @param unfinishedShare beginnings of builtin digits that each epoch has in addition, as a share
 *     of the training images, from which the network learns how probable each digit still is while
 *     it is being drawn
 * @param views number of times that each epoch has every training image, augmented differently (E.
 *     Hoffer et al., "Augment your batch", CVPR 2020)
 */
public record Recipe(
    String name,
    int batchSize,
    Optimizer optimizer,
    Augmentation augmentation,
    double builtinShare,
    double nonDigitShare,
    double unfinishedShare,
    int views) {
  /** The highest learning rate: Adam changes each weight by about the learning rate per step. */
  public static final double MAX_LEARNING_RATE = 1;

  /** The recipe of the reference: Adam at a constant learning rate of 0.001, batches of 128. */
  public static final Recipe REFERENCE =
      new Recipe("reference", 128, new FixedRateAdam(0.001), Augmentation.NONE, 0, 0, 0, 1);

  /**
   * The recipe with the highest accuracy so far: AdamW with a one-cycle learning rate, two views of
   * each image, augmented anew in each epoch, builtin digits (two thirds of the training images),
   * drawings of non-digits (a fifth) and unfinished digits (a twentieth).
   */
  public static final Recipe BEST =
      new Recipe(
          "best",
          64,
          new OneCycleAdamW(0.005, 0.05, 1),
          Augmentation.HANDWRITING,
          2.0 / 3,
          1.0 / 5,
          1.0 / 20,
          2);

  public static List<Recipe> all() {
    return List.of(BEST, REFERENCE);
  }

  public static Optional<Recipe> named(String name) {
    return all().stream().filter(recipe -> recipe.name().equals(name)).findFirst();
  }

  /** The same recipe with another batch size. */
  public Recipe withBatchSize(int batchSize) {
    return new Recipe(
        name,
        batchSize,
        optimizer,
        augmentation,
        builtinShare,
        nonDigitShare,
        unfinishedShare,
        views);
  }

  /**
   * Number of images in an epoch, additional ones included.
   *
   * @param training number of training images
   */
  public int imagesPerEpoch(int training) {
    return views * training
        + builtinDigits(training)
        + nonDigits(training)
        + unfinishedDigits(training);
  }

  /** Number of builtin digits that an epoch over {@code training} images has in addition. */
  int builtinDigits(int training) {
    return (int) Math.round(builtinShare * training);
  }

  /** Number of non-digits that an epoch over {@code training} images has in addition. */
  int nonDigits(int training) {
    return (int) Math.round(nonDigitShare * training);
  }

  /** Number of unfinished digits that an epoch over {@code training} images has in addition. */
  int unfinishedDigits(int training) {
    return (int) Math.round(unfinishedShare * training);
  }

  /** The learning rate of the optimizer; the highest one of a schedule. */
  public double learningRate() {
    return optimizer.learningRate();
  }

  /**
   * The same recipe with another learning rate.
   *
   * @param learningRate value that {@link #learningRate} returns
   * @throws IllegalArgumentException if {@link #isLearningRate} does not hold
   */
  public Recipe withLearningRate(double learningRate) {
    if (!isLearningRate(learningRate)) {
      throw new IllegalArgumentException("no learning rate: " + learningRate);
    }
    return new Recipe(
        name,
        batchSize,
        optimizer.withLearningRate(learningRate),
        augmentation,
        builtinShare,
        nonDigitShare,
        unfinishedShare,
        views);
  }

  /** Whether a number is above 0 and at most {@link #MAX_LEARNING_RATE}. */
  public static boolean isLearningRate(double number) {
    return number > 0 && number <= MAX_LEARNING_RATE;
  }
}
