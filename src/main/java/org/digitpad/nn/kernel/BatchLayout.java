package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;

/**
 * How the feature vectors of a batch of sequences lie in memory, one row of {@code features} each.
 *
 * @param shape steps and features of one sample
 * @param order whether the rows of a sample or those of a step are neighbours
 * @param stride rows from one sample to the next when rows of a sample are neighbours; the rows
 *     after its steps are padding with any finite content
 */
record BatchLayout(Shape shape, Order order, int stride) {
  enum Order {
    /** All steps of the first sample, then of the second: what a convolution slides over. */
    SAMPLE_MAJOR,
    /** The first step of all samples, then the second: what a recurrent layer walks through. */
    STEP_MAJOR
  }

  static BatchLayout sampleMajor(Shape shape, int stride) {
    return new BatchLayout(shape, Order.SAMPLE_MAJOR, stride);
  }

  static BatchLayout stepMajor(Shape shape) {
    return new BatchLayout(shape, Order.STEP_MAJOR, shape.steps());
  }

  /** Rows that {@code batch} samples take. */
  int count(int batch) {
    return batch * stride;
  }

  /** Floats that {@code batch} samples take. */
  int size(int batch) {
    return count(batch) * shape.features();
  }

  /** Index of the first float of a sample's step in a batch. */
  int offset(int sample, int step, int batch) {
    int row = order == Order.SAMPLE_MAJOR ? sample * stride + step : step * batch + sample;
    return row * shape.features();
  }

  /** How a layer wants the samples that it gets first. */
  static BatchLayout wantedBy(LayerSpec spec, Shape shape) {
    boolean recurrent = spec instanceof LayerSpec.Gru || spec instanceof LayerSpec.Lstm;
    return recurrent ? stepMajor(shape) : sampleMajor(shape, shape.steps());
  }

  /**
   * Checks that a layer can work on these rows.
   *
   * @throws IllegalArgumentException if they are in the other order
   */
  void require(Order wanted, LayerSpec spec) {
    if (order != wanted) {
      throw new IllegalArgumentException(
          spec.name() + " needs rows in " + wanted + " order, not " + order);
    }
  }

  /**
   * Checks that samples lie behind each other without padding.
   *
   * @throws IllegalArgumentException if they do not
   */
  void requireWholeSamples(LayerSpec spec) {
    boolean whole = order == Order.SAMPLE_MAJOR || shape.steps() == 1;
    if (!whole || stride != shape.steps()) {
      throw new IllegalArgumentException(spec.name() + " needs whole samples behind each other");
    }
  }
}
