package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.jspecify.annotations.Nullable;

/** Fully connected layer with ReLU over whole samples: max(x·Wᵀ + b, 0). */
final class DenseKernel extends LayerKernel {
  private final int inputs;
  private final int units;
  private final int weightAt;
  private final int biasAt;
  private final float[] bias;
  private final float[] tiledBias;
  private final float[] activations;
  private final float[] gradients;
  private final float[] gradientSums;

  DenseKernel(Placed layer, BatchLayout inputRows, int capacity, boolean training) {
    super(BatchLayout.stepMajor(layer.output()), capacity, training);
    inputRows.requireWholeSamples(layer.spec());
    this.inputs = layer.input().size();
    this.units = ((Dense) layer.spec()).units();
    this.weightAt = layer.offset();
    this.biasAt = weightAt + units * inputs;
    int all = capacity * units;
    this.bias = new float[units];
    this.tiledBias = new float[all];
    this.activations = new float[all];
    this.gradients = new float[all];
    this.gradientSums = new float[all];
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    int count = batch * units;
    Blas.multiplyTransposedB(
        batch,
        units,
        inputs,
        input,
        0,
        inputs,
        parameters,
        weightAt,
        inputs,
        0f,
        output(),
        0,
        units);
    parameters.read(biasAt, bias, units);
    ElementwiseOps.tile(bias, 0, units, tiledBias);
    output().read(0, activations, count);
    ElementwiseOps.addBiasAndRelu(activations, tiledBias, count);
    output().write(0, activations, count);
  }

  @Override
  void backward(
      NativeFloatArray parameters,
      NativeFloatArray input,
      NativeFloatArray gradient,
      @Nullable NativeFloatArray inputGradient,
      int batch) {
    int count = batch * units;
    Arrays.fill(gradientSums, 0f);
    outputGradient().read(0, gradients, count);
    ElementwiseOps.backThroughRelu(activations, gradients, gradientSums, count);
    outputGradient().write(0, gradients, count);
    gradient.read(biasAt, bias, units);
    ElementwiseOps.fold(gradientSums, count, units, bias, 0);
    gradient.write(biasAt, bias, units);
    Blas.multiplyTransposedA(
        units,
        inputs,
        batch,
        outputGradient(),
        0,
        units,
        input,
        0,
        inputs,
        1f,
        gradient,
        weightAt,
        inputs);
    if (inputGradient != null) {
      Blas.multiply(
          batch,
          inputs,
          units,
          outputGradient(),
          0,
          units,
          parameters,
          weightAt,
          inputs,
          0f,
          inputGradient,
          0,
          inputs);
    }
  }
}
