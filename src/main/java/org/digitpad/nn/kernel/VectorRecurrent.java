package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Recurrent;

/** What recurrent layers share: the input's contribution to all gates, and the hidden state. */
abstract class VectorRecurrent extends VectorLayer {
  protected final int units;

  /** Columns of all gates together. */
  protected final int columns;

  /** Pre-activations of all gates at one step. */
  protected final float[] gates;

  /** The hidden state. */
  protected final float[] state;

  private final int steps;
  private final int features;
  private final boolean returnSequences;
  private final WeightRows inputWeights;
  private final float[] bias;

  VectorRecurrent(PlacedLayer layer, float[] parameters) {
    super(layer);
    Recurrent spec = (Recurrent) layer.spec();
    this.units = spec.units();
    this.columns = spec.gates() * units;
    this.gates = new float[columns];
    this.state = new float[units];
    this.steps = layer.input().steps();
    this.features = layer.input().features();
    this.returnSequences = spec.returnSequences();
    this.inputWeights = new WeightRows(parameters, layer.offset(), features, columns);
    int biasOffset = recurrentOffset(layer) + units * columns;
    this.bias = Arrays.copyOfRange(parameters, biasOffset, biasOffset + columns);
  }

  /** Index of the recurrent weights, [units, gates·units], in the flat parameter vector. */
  protected static int recurrentOffset(PlacedLayer layer) {
    Recurrent spec = (Recurrent) layer.spec();
    return layer.offset() + layer.input().features() * spec.gates() * spec.units();
  }

  @Override
  final float[] forward(float[] input) {
    begin();
    for (int t = 0; t < steps; t++) {
      System.arraycopy(bias, 0, gates, 0, columns);
      inputWeights.addSparseProduct(input, t * features, gates);
      step(t == 0);
      if (returnSequences) {
        System.arraycopy(state, 0, output, t * units, units);
      }
    }
    if (!returnSequences) {
      System.arraycopy(state, 0, output, 0, units);
    }
    return output;
  }

  /** Sets all states to zero. */
  protected void begin() {
    Arrays.fill(state, 0f);
  }

  /**
   * Computes the next state from {@link #gates}, which hold the input's contribution and the bias.
   *
   * @param first whether the state is still zero
   */
  protected abstract void step(boolean first);
}
