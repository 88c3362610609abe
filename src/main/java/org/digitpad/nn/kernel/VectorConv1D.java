package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Conv1D;

/**
 * Convolution over steps with ReLU. Two neighbouring windows are adjacent in memory, so that they
 * are one vector, and their results are its product with a matrix that holds the weights twice, the
 * second time shifted by a step. Its rows are twice as long, which vectorized loops need more than
 * the multiplications by zero cost.
 */
final class VectorConv1D extends VectorLayer {
  private static final int WINDOWS = 2;

  private final int steps;
  private final int features;
  private final int kernelSize;
  private final int filters;
  private final WeightRows weights;
  private final float[] bias;
  private final float[] sums;

  // the input's values that are not zero, their indices, and where each step begins in this list
  private final float[] values;
  private final int[] indices;
  private final int[] starts;

  VectorConv1D(PlacedLayer layer, float[] parameters) {
    super(layer);
    Conv1D spec = (Conv1D) layer.spec();
    this.steps = layer.input().steps();
    this.features = layer.input().features();
    this.kernelSize = spec.kernelSize();
    this.filters = spec.filters();
    this.weights = new WeightRows(repeatWeights(parameters, layer.offset()), WINDOWS * filters);
    this.bias = new float[WINDOWS * filters];
    for (int window = 0; window < WINDOWS; window++) {
      int biasOffset = layer.offset() + kernelSize * features * filters;
      System.arraycopy(parameters, biasOffset, bias, window * filters, filters);
    }
    this.sums = new float[WINDOWS * filters];
    this.values = new float[steps * features + 1];
    this.indices = new int[steps * features + 1];
    this.starts = new int[steps + 1];
  }

  private float[] repeatWeights(float[] parameters, int offset) {
    int rows = kernelSize * features;
    int columns = WINDOWS * filters;
    float[] repeated = new float[(rows + (WINDOWS - 1) * features) * columns];
    for (int window = 0; window < WINDOWS; window++) {
      for (int row = 0; row < rows; row++) {
        int target = (row + window * features) * columns + window * filters;
        System.arraycopy(parameters, offset + row * filters, repeated, target, filters);
      }
    }
    return repeated;
  }

  @Override
  float[] forward(float[] input) {
    listValues(input);
    for (int t = 0; t <= steps - kernelSize; t += WINDOWS) {
      System.arraycopy(bias, 0, sums, 0, sums.length);
      int end = Math.min(steps, t + kernelSize + WINDOWS - 1);
      weights.addProduct(values, indices, starts[t], starts[end], t * features, sums);
      int at = t * filters;
      System.arraycopy(sums, 0, output, at, Math.min(sums.length, output.length - at));
    }
    ElementwiseOps.relu(output, output.length);
    return output;
  }

  @Override
  protected void backward(
      float[] input, LayerTrace trace, float[] outputGradient, float[] inputGradient) {
    float[] ofStep = new float[filters];
    for (int t = 0; t <= steps - kernelSize; t++) {
      for (int f = 0; f < filters; f++) {
        ofStep[f] = trace.value(t, f) > 0 ? outputGradient[t * filters + f] : 0;
      }
      // the first copy of the weights is in the first rows and columns
      weights.addTransposedProduct(
          ofStep, filters, kernelSize * features, inputGradient, t * features);
    }
  }

  private void listValues(float[] input) {
    int count = 0;
    for (int t = 0, i = 0; t < steps; t++) {
      for (int end = i + features; i < end; i++) {
        float value = input[i];
        values[count] = value;
        indices[count] = i;
        count += value != 0 ? 1 : 0;
      }
      starts[t + 1] = count;
    }
  }
}
