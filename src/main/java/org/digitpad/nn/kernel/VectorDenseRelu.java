package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.PlacedLayer;

/** Fully connected layer with ReLU over the whole input. */
final class VectorDenseRelu extends VectorLayer {
  private final WeightRows weights;
  private final float[] bias;

  VectorDenseRelu(PlacedLayer layer, float[] parameters) {
    super(layer);
    int inputs = layer.input().size();
    int units = output.length;
    this.weights = new WeightRows(parameters, layer.offset(), inputs, units, 1, inputs);
    int biasOffset = layer.offset() + inputs * units;
    this.bias = Arrays.copyOfRange(parameters, biasOffset, biasOffset + units);
  }

  @Override
  float[] forward(float[] input) {
    System.arraycopy(bias, 0, output, 0, output.length);
    weights.addSparseProduct(input, 0, output);
    ElementwiseOps.relu(output, output.length);
    return output;
  }

  @Override
  protected void backward(
      float[] input, LayerTrace trace, float[] outputGradient, float[] inputGradient) {
    for (int i = 0; i < outputGradient.length; i++) {
      outputGradient[i] = trace.values()[i] > 0 ? outputGradient[i] : 0;
    }
    weights.addTransposedProduct(
        outputGradient, outputGradient.length, inputGradient.length, inputGradient, 0);
  }
}
