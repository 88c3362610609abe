package org.digitpad.nn.dl4j;

import org.digitpad.nn.kernel.NetworkExecutor;

/**
 * The images of one batch, which may be computed on request. Several threads request different
 * images at once, so an image may depend on its index only.
 */
public interface Batch {
  /** Label of an image that belongs to none of the network's classes. */
  int BACKGROUND_CLASS = NetworkExecutor.BACKGROUND_CLASS;

  /** Added to the label of an image that becomes this class, but may look like none yet. */
  int UNFINISHED = NetworkExecutor.UNFINISHED;

  /** Number of images. */
  int size();

  /**
   * Copies an image's pixels, from 0 to 1 and row-major, to {@code target} from {@code offset} on.
   */
  void copyImage(int index, float[] target, int offset);

  /** The image's class, {@link #BACKGROUND_CLASS}, or {@link #UNFINISHED} and a class. */
  int label(int index);
}
