package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.jspecify.annotations.Nullable;

/** Fully connected layer with ReLU over whole samples: max(x·Wᵀ + b, 0). */
final class DenseReluKernel extends LayerKernel {
  private final int units;
  private final DenseProducts products;
  private final float[] tiledBias;
  private final float[] activations;
  private final float[] gradients;
  private final float[] gradientSums;

  DenseReluKernel(PlacedLayer layer, BatchLayout inputLayout, int capacity, boolean training) {
    super(BatchLayout.timeMajor(layer.output()), capacity, training);
    inputLayout.requireContiguousSamples(layer.spec());
    this.units = ((Dense) layer.spec()).units();
    this.products = new DenseProducts(layer.offset(), layer.input().size(), units);
    int size = capacity * units;
    this.tiledBias = new float[size];
    this.activations = new float[size];
    this.gradients = new float[size];
    this.gradientSums = new float[size];
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    int count = batch * units;
    products.forward(parameters, input, output(), batch);
    ElementwiseOps.tile(products.bias(parameters), 0, units, tiledBias);
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
    ElementwiseOps.reluGradient(activations, gradients, gradientSums, count);
    outputGradient().write(0, gradients, count);
    products.addBiasGradient(gradientSums, gradient, batch);
    products.addWeightGradient(outputGradient(), input, gradient, batch);
    if (inputGradient != null) {
      products.writeInputGradient(parameters, outputGradient(), inputGradient, batch);
    }
  }
}
