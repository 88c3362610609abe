package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over steps as accumulated matrix products: with the rows of all samples below each
 * other, the product of the whole batch shifted by k rows with the k-th slice of the weights is the
 * k-th term of every output row. Rows whose window reaches into the next sample are padding.
 */
final class Conv1DKernel extends LayerKernel {
  /** Floats in a block of the element-wise passes, in whole rows: small enough for the L1 cache. */
  private static final int BLOCK = 2048;

  private final int width;
  private final int inputs;
  private final int filters;
  private final int weightAt;
  private final int biasAt;
  private final BatchLayout inputRows;
  private final float[] bias;
  private final float[] tiledBias;
  private final float[] activations;
  private final float[] gradients;
  private final float[] gradientSums;

  Conv1DKernel(Placed layer, BatchLayout inputRows, int capacity, boolean training) {
    super(BatchLayout.sampleMajor(layer.output(), inputRows.stride()), capacity, training);
    Conv1D spec = (Conv1D) layer.spec();
    inputRows.require(BatchLayout.Order.SAMPLE_MAJOR, layer.spec());
    this.width = spec.width();
    this.inputs = layer.input().features();
    this.filters = spec.filters();
    this.weightAt = layer.offset();
    this.biasAt = weightAt + width * inputs * filters;
    this.inputRows = inputRows;
    int block = Math.max(1, BLOCK / filters) * filters;
    this.bias = new float[filters];
    this.tiledBias = new float[block];
    this.activations = new float[block];
    this.gradients = new float[block];
    this.gradientSums = new float[block];
  }

  /** Rows whose whole window lies in memory: all but the last width − 1. */
  private int windows(int batch) {
    return inputRows.count(batch) - width + 1;
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    int windows = windows(batch);
    for (int k = 0; k < width; k++) {
      Blas.multiply(
          windows,
          filters,
          inputs,
          input,
          k * inputs,
          inputs,
          parameters,
          weightAt + k * inputs * filters,
          filters,
          k == 0 ? 0f : 1f,
          output(),
          0,
          filters);
    }
    parameters.read(biasAt, bias, filters);
    ElementwiseOps.tile(bias, 0, filters, tiledBias);
    int end = windows * filters;
    for (int at = 0; at < end; at += activations.length) {
      int count = Math.min(activations.length, end - at);
      output().read(at, activations, count);
      ElementwiseOps.addBiasAndRelu(activations, tiledBias, count);
      output().write(at, activations, count);
    }
  }

  @Override
  void backward(
      NativeFloatArray parameters,
      NativeFloatArray input,
      NativeFloatArray gradient,
      @Nullable NativeFloatArray inputGradient,
      int batch) {
    int windows = windows(batch);
    backThroughRelu(gradient, windows * filters);
    for (int k = 0; k < width; k++) {
      Blas.multiplyTransposedA(
          inputs,
          filters,
          windows,
          input,
          k * inputs,
          inputs,
          outputGradient(),
          0,
          filters,
          1f,
          gradient,
          weightAt + k * inputs * filters,
          filters);
    }
    if (inputGradient == null) {
      return;
    }
    inputGradient.zero(windows * inputs, (width - 1) * inputs);
    for (int k = 0; k < width; k++) {
      Blas.multiplyTransposedB(
          windows,
          inputs,
          filters,
          outputGradient(),
          0,
          filters,
          parameters,
          weightAt + k * inputs * filters,
          filters,
          k == 0 ? 0f : 1f,
          inputGradient,
          k * inputs,
          inputs);
    }
  }

  private void backThroughRelu(NativeFloatArray gradient, int end) {
    Arrays.fill(gradientSums, 0f);
    for (int at = 0; at < end; at += activations.length) {
      int count = Math.min(activations.length, end - at);
      output().read(at, activations, count);
      outputGradient().read(at, gradients, count);
      ElementwiseOps.backThroughRelu(activations, gradients, gradientSums, count);
      outputGradient().write(at, gradients, count);
    }
    gradient.read(biasAt, bias, filters);
    ElementwiseOps.fold(gradientSums, gradientSums.length, filters, bias, 0);
    gradient.write(biasAt, bias, filters);
  }
}
