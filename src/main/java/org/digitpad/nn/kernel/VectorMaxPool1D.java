package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;

/** Max pooling over steps. */
final class VectorMaxPool1D extends VectorLayer {
  private final int poolSize;
  private final int steps;
  private final int features;
  private final float[] other;

  VectorMaxPool1D(PlacedLayer layer) {
    super(layer);
    this.poolSize = ((MaxPool1D) layer.spec()).poolSize();
    this.steps = layer.output().steps();
    this.features = layer.output().features();
    this.other = new float[output.length];
  }

  @Override
  float[] forward(float[] input) {
    gather(input, 0, output);
    for (int k = 1; k < poolSize; k++) {
      gather(input, k, other);
      ElementwiseOps.max(other, output, output.length);
    }
    return output;
  }

  /** The gradient goes to the first of the largest values of each window. */
  @Override
  protected void backward(
      float[] input, LayerTrace trace, float[] outputGradient, float[] inputGradient) {
    for (int i = 0; i < outputGradient.length; i++) {
      int first = i / features * poolSize * features + i % features;
      int largest = first;
      for (int k = 1; k < poolSize; k++) {
        if (input[first + k * features] > input[largest]) {
          largest = first + k * features;
        }
      }
      inputGradient[largest] += outputGradient[i];
    }
  }

  /** Copies the k-th step of each window. */
  private void gather(float[] input, int k, float[] target) {
    for (int t = 0; t < steps; t++) {
      System.arraycopy(input, (t * poolSize + k) * features, target, t * features, features);
    }
  }
}
