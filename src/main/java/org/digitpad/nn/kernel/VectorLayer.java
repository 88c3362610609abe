package org.digitpad.nn.kernel;

import java.util.Map;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec;
import org.jspecify.annotations.Nullable;

/**
 * Forward pass of one layer for a single image, on arrays of the Java heap, and for explanations
 * the backward pass to its input. It has a copy of its parameters in the order that suits it, and
 * memory for its output, so only one thread may use it.
 */
abstract class VectorLayer {
  /** steps × features of the output. */
  protected final float[] output;

  protected final PlacedLayer layer;

  /** 1 for each feature that counts, 0 for one that is switched off; null if all count. */
  protected float @Nullable [] kept;

  VectorLayer(PlacedLayer layer) {
    this.layer = layer;
    this.output = new float[layer.output().size()];
  }

  /**
   * Creates a layer.
   *
   * @param parameters of the whole network
   */
  static VectorLayer of(PlacedLayer layer, float[] parameters) {
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Conv1D) {
      return new VectorConv1D(layer, parameters);
    } else if (spec instanceof LayerSpec.MaxPool1D) {
      return new VectorMaxPool1D(layer);
    } else if (spec instanceof LayerSpec.Gru) {
      return new VectorGru(layer, parameters);
    } else if (spec instanceof LayerSpec.Lstm) {
      return new VectorLstm(layer, parameters);
    } else if (spec instanceof LayerSpec.Dense) {
      return new VectorDenseRelu(layer, parameters);
    } else if (spec instanceof LayerSpec.Softmax) {
      return new VectorDenseSoftmax(layer, parameters);
    }
    throw new IllegalArgumentException("no layer computes " + spec.title());
  }

  /**
   * Computes the output.
   *
   * @param input steps × features of the input
   * @return {@link #output}, which the next call overwrites
   */
  abstract float[] forward(float[] input);

  /**
   * Computes as {@link #forward} does, less what is switched off, and keeps copies.
   *
   * @param input steps × features of the input
   */
  LayerTrace trace(float[] input) {
    forward(input);
    switchOff(output);
    return new LayerTrace(layer, output.clone(), Map.of());
  }

  /**
   * Computes the gradient with respect to the input from the one with respect to the output (in a
   * softmax layer, to the logits).
   *
   * @param input what the layer computed from
   * @param trace what it computed
   * @param outputGradient steps × features of the output; may be overwritten
   * @return steps × features of the input
   */
  final float[] inputGradient(float[] input, LayerTrace trace, float[] outputGradient) {
    switchOff(outputGradient);
    float[] gradient = new float[layer.input().size()];
    backward(input, trace, outputGradient, gradient);
    return gradient;
  }

  /**
   * Adds the gradient with respect to the input.
   *
   * @param outputGradient may be overwritten
   * @param inputGradient zeros
   */
  protected abstract void backward(
      float[] input, LayerTrace trace, float[] outputGradient, float[] inputGradient);

  /**
   * Switches features off.
   *
   * @param features 1 for each feature that counts, 0 for the others; null if all count
   */
  final void keep(float @Nullable [] features) {
    kept = features;
  }

  /** Sets what is switched off to zero in values of steps × features of the output. */
  final void switchOff(float[] values) {
    if (kept != null) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= kept[i % kept.length];
      }
    }
  }
}
