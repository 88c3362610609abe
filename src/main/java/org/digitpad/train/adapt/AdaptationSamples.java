package org.digitpad.train.adapt;

/** Labeled samples of 784 values each, of images or of direction maps. Thread-safe. */
interface AdaptationSamples {
  /** Number of samples. */
  int size();

  /** A digit, or {@link org.digitpad.nn.kernel.NetworkExecutor#BACKGROUND_CLASS}. */
  int label(int index);

  /**
   * Writes a sample, from 0 to 1.
   *
   * @param variation of the sample; a sample with the same index and variation is the same
   * @param at index in {@code target} of the first of its 784 values
   */
  void copy(int index, long variation, float[] target, int at);
}
