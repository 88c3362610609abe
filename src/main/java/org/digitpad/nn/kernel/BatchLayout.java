package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;

/**
 * How the feature vectors of a batch of sequences are laid out in memory, one row of {@code
 * features} values each.
 *
 * @param shape steps and features of one sample
 * @param order whether the rows of a sample or the rows of a step are adjacent
 * @param stride in batch-major order, rows from one sample to the next; the rows after a sample's
 *     steps are padding with any finite content
 */
record BatchLayout(Shape shape, Order order, int stride) {
  enum Order {
    /** All steps of the first sample, then of the second: what a convolution slides over. */
    BATCH_MAJOR,
    /** The first step of all samples, then the second: what a recurrent layer iterates over. */
    TIME_MAJOR
  }

  static BatchLayout batchMajor(Shape shape, int stride) {
    return new BatchLayout(shape, Order.BATCH_MAJOR, stride);
  }

  static BatchLayout timeMajor(Shape shape) {
    return new BatchLayout(shape, Order.TIME_MAJOR, shape.steps());
  }

  /** The layout that a network's first layer needs for the images. */
  static BatchLayout ofFirstLayer(LayerSpec spec, Shape shape) {
    return spec instanceof LayerSpec.Recurrent
        ? timeMajor(shape)
        : batchMajor(shape, shape.steps());
  }

  /** Number of rows of {@code batch} samples, padding included. */
  int rows(int batch) {
    return batch * stride;
  }

  /** Number of values of {@code batch} samples, padding included. */
  int size(int batch) {
    return rows(batch) * shape.features();
  }

  /** Index of the first value of a sample's step in a batch. */
  int offset(int sample, int step, int batch) {
    int row = order == Order.BATCH_MAJOR ? sample * stride + step : step * batch + sample;
    return row * shape.features();
  }

  /**
   * Copies samples into this layout; padding is left as it is.
   *
   * @param samples batch × steps × features
   */
  void copyIn(float[] samples, NativeFloatArray target, int batch) {
    int features = shape.features();
    for (int b = 0, at = 0; b < batch; b++) {
      for (int t = 0; t < shape.steps(); t++, at += features) {
        target.write(offset(b, t, batch), samples, at, features);
      }
    }
  }

  /** Copies samples out of this layout, as batch × steps × features. */
  float[] copyOut(NativeFloatArray source, int batch) {
    int features = shape.features();
    float[] samples = new float[batch * shape.size()];
    for (int b = 0, at = 0; b < batch; b++) {
      for (int t = 0; t < shape.steps(); t++, at += features) {
        source.read(offset(b, t, batch), samples, at, features);
      }
    }
    return samples;
  }

  /**
   * Checks that a layer's input is in the order that the layer needs.
   *
   * @throws IllegalArgumentException if it is in the other order
   */
  void requireOrder(Order required, LayerSpec spec) {
    if (order != required) {
      throw new IllegalArgumentException(
          spec.name() + " needs input in " + required + " order, not " + order);
    }
  }

  /**
   * Checks that each sample is contiguous and that there is no padding between samples.
   *
   * @throws IllegalArgumentException if that is not so
   */
  void requireContiguousSamples(LayerSpec spec) {
    boolean contiguous = order == Order.BATCH_MAJOR || shape.steps() == 1;
    if (!contiguous || stride != shape.steps()) {
      throw new IllegalArgumentException(spec.name() + " needs contiguous samples");
    }
  }
}
