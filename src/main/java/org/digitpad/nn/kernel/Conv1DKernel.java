package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.kernel.Blas.Transpose;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over steps as a sum of matrix products. The rows of all samples form one matrix; its
 * product, shifted by k rows, with the k-th slice of the weights is the k-th term of every output
 * row. Output rows whose window reaches into the next sample are padding.
 */
final class Conv1DKernel extends LayerKernel {
  /** Values in a block of the element-wise operations: small enough for the L1 cache. */
  private static final int BLOCK = 2048;

  private final int kernelSize;
  private final int inputs;
  private final int filters;
  private final int weightOffset;
  private final int biasOffset;
  private final BatchLayout inputLayout;
  private final float[] bias;
  private final float[] tiledBias;
  private final float[] activations;
  private final float[] gradients;
  private final float[] gradientSums;

  Conv1DKernel(PlacedLayer layer, BatchLayout inputLayout, int capacity, boolean training) {
    super(BatchLayout.batchMajor(layer.output(), inputLayout.stride()), capacity, training);
    Conv1D spec = (Conv1D) layer.spec();
    inputLayout.requireOrder(BatchLayout.Order.BATCH_MAJOR, layer.spec());
    this.kernelSize = spec.kernelSize();
    this.inputs = layer.input().features();
    this.filters = spec.filters();
    this.weightOffset = layer.offset();
    this.biasOffset = weightOffset + kernelSize * inputs * filters;
    this.inputLayout = inputLayout;
    int block = Math.max(1, BLOCK / filters) * filters;
    this.bias = new float[filters];
    this.tiledBias = new float[block];
    this.activations = new float[block];
    this.gradients = new float[block];
    this.gradientSums = new float[block];
  }

  /** Number of rows whose whole window lies in the batch: all but the last kernelSize − 1. */
  private int windows(int batch) {
    return inputLayout.rows(batch) - kernelSize + 1;
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    int windows = windows(batch);
    for (int k = 0; k < kernelSize; k++) {
      Blas.PRODUCT.multiply(
          Transpose.NONE,
          windows,
          filters,
          inputs,
          input,
          k * inputs,
          inputs,
          parameters,
          weightOffset + k * inputs * filters,
          filters,
          k == 0 ? 0f : 1f,
          output(),
          0,
          filters);
    }
    parameters.read(biasOffset, bias, filters);
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
    backpropagateRelu(gradient, windows * filters);
    for (int k = 0; k < kernelSize; k++) {
      Blas.PRODUCT.multiply(
          Transpose.A,
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
          weightOffset + k * inputs * filters,
          filters);
    }
    if (inputGradient == null) {
      return;
    }
    inputGradient.zero(windows * inputs, (kernelSize - 1) * inputs);
    for (int k = 0; k < kernelSize; k++) {
      Blas.PRODUCT.multiply(
          Transpose.B,
          windows,
          inputs,
          filters,
          outputGradient(),
          0,
          filters,
          parameters,
          weightOffset + k * inputs * filters,
          filters,
          k == 0 ? 0f : 1f,
          inputGradient,
          k * inputs,
          inputs);
    }
  }

  private void backpropagateRelu(NativeFloatArray gradient, int end) {
    Arrays.fill(gradientSums, 0f);
    for (int at = 0; at < end; at += activations.length) {
      int count = Math.min(activations.length, end - at);
      output().read(at, activations, count);
      outputGradient().read(at, gradients, count);
      ElementwiseOps.reluGradient(activations, gradients, gradientSums, count);
      outputGradient().write(at, gradients, count);
    }
    gradient.read(biasOffset, bias, filters);
    ElementwiseOps.sumTiles(gradientSums, gradientSums.length, filters, bias, 0);
    gradient.write(biasOffset, bias, filters);
  }
}
