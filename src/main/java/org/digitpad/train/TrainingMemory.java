package org.digitpad.train;

import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.dl4j.TrainableNetwork;
import org.jspecify.annotations.Nullable;

/** How much memory a training needs, to be said when there is too little. */
public final class TrainingMemory {
  private static final int MNIST_TRAINING = 60_000;
  private static final int MNIST_VALIDATION = 10_000;

  private static final long MEGABYTE = 1L << 20;

  /** Heap that the program and ND4J take beside the images. */
  private static final long BASE = 64 * MEGABYTE;

  /** Needs are rounded up to a multiple of this. */
  private static final long STEP = 32 * MEGABYTE;

  private TrainingMemory() {}

  /** Whether a failure, or a cause of it, is a lack of memory. */
  public static boolean isLacking(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  /**
   * Says how much memory a training needs and how to give it.
   *
   * @param data the images; null if they are not loaded, which takes as many as MNIST has
   */
  public static String sentence(TrainingSettings settings, @Nullable TrainingData data) {
    long limit = Runtime.getRuntime().maxMemory() / MEGABYTE;
    int training = data == null ? MNIST_TRAINING : data.training().size();
    int validation = data == null ? MNIST_VALIDATION : data.validation().size();
    long needed = needed(settings, training, validation) / MEGABYTE;
    return needed > limit
        ? Messages.get("train.memory.tooLittle", String.valueOf(needed), String.valueOf(limit))
        : Messages.get("train.memory.exhausted", String.valueOf(limit), String.valueOf(2 * limit));
  }

  /**
   * Bytes of heap to allow. Memory outside of the heap, where the gradients are, is limited to as
   * much.
   *
   * @param training number of training images
   * @param validation number of validation images
   */
  static long needed(TrainingSettings settings, int training, int validation) {
    Recipe recipe = settings.recipe();
    int more =
        EpochImages.CYCLE
            * (recipe.builtinDigits(training)
                + recipe.nonDigits(training)
                + recipe.unfinishedDigits(training));
    long images = (long) DigitImage.PIXELS * (training + validation + more);
    long gradients =
        TrainableNetwork.gradientBytes(
            settings.architecture(), Math.min(recipe.batchSize(), recipe.imagesPerEpoch(training)));
    return (BASE + Math.max(images, gradients) + STEP - 1) / STEP * STEP;
  }
}
