package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec;

/**
 * Forward pass of one layer for a single image, on arrays of the Java heap. It has a copy of its
 * parameters in the order that suits it, and memory for its output, so only one thread may use it.
 */
abstract class VectorLayer {
  /** steps × features of the output. */
  protected final float[] output;

  VectorLayer(PlacedLayer layer) {
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
}
