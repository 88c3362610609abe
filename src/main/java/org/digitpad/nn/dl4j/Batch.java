package org.digitpad.nn.dl4j;

import org.digitpad.nn.kernel.NetworkExecutor;

/**
 * The images of one batch, made when a worker asks for them. Several workers ask at once, each for
 * other positions, so that what is made must depend on the position alone.
 */
public interface Batch {
  /** Label of an image that belongs to none of the classes. */
  int NO_CLASS = NetworkExecutor.NO_CLASS;

  /** Number of images. */
  int size();

  /** Writes an image's pixels, from 0 to 1, row-major, into {@code target} from {@code at} on. */
  void image(int position, float[] target, int at);

  /** The image's class, or {@link #NO_CLASS}. */
  int label(int position);
}
