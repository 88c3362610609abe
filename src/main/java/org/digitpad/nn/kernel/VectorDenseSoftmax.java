package org.digitpad.nn.kernel;

import java.util.Arrays;
import java.util.Map;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.kernel.LayerTrace.Part;

/** Fully connected layer with softmax. */
final class VectorDenseSoftmax extends VectorLayer {
  private final WeightRows weights;
  private final float[] bias;
  private final float[] logits;

  /** The logits less the largest of them. */
  private final float[] shifted;

  private float logSumExp;

  VectorDenseSoftmax(PlacedLayer layer, float[] parameters) {
    super(layer);
    int inputs = layer.input().features();
    int classes = output.length;
    this.weights = new WeightRows(parameters, layer.offset(), inputs, classes, 1, inputs);
    int biasOffset = layer.offset() + inputs * classes;
    this.bias = Arrays.copyOfRange(parameters, biasOffset, biasOffset + classes);
    this.logits = new float[classes];
    this.shifted = new float[classes];
  }

  @Override
  float[] forward(float[] input) {
    System.arraycopy(bias, 0, logits, 0, logits.length);
    weights.addSparseProduct(input, 0, logits);
    float largest = logits[ArgMax.of(logits, 0, logits.length)];
    System.arraycopy(logits, 0, shifted, 0, logits.length);
    logSumExp = DenseSoftmaxKernel.softmax(shifted, 0, logits.length, largest, output);
    return output;
  }

  @Override
  LayerTrace trace(float[] input) {
    forward(input);
    return new LayerTrace(layer, output.clone(), Map.of(Part.LOGITS, logits.clone()));
  }

  @Override
  protected void backward(
      float[] input, LayerTrace trace, float[] outputGradient, float[] inputGradient) {
    weights.addTransposedProduct(
        outputGradient, outputGradient.length, inputGradient.length, inputGradient, 0);
  }

  /** A copy of the last logits. */
  float[] logits() {
    return logits.clone();
  }

  /** log Σ exp z over the last logits z. */
  float logSumExp() {
    return logSumExp;
  }
}
