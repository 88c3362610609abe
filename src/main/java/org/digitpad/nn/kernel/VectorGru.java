package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;

/** GRU, with the formulas of {@link GruKernel}. */
final class VectorGru extends VectorRecurrent {
  /** Of the update and the reset gate, side by side. */
  private final WeightRows gateWeights;

  private final WeightRows candidateWeights;
  private final float[] updateAndReset;
  private final float[] reset;
  private final float[] resetState;
  private final float[] candidate;

  VectorGru(PlacedLayer layer, float[] parameters) {
    super(layer, parameters);
    int offset = recurrentOffset(layer);
    this.gateWeights = new WeightRows(parameters, offset, units, 2 * units, columns, 1);
    this.candidateWeights =
        new WeightRows(parameters, offset + 2 * units, units, units, columns, 1);
    this.updateAndReset = new float[2 * units];
    this.reset = new float[units];
    this.resetState = new float[units];
    this.candidate = new float[units];
  }

  @Override
  protected void step(boolean first) {
    System.arraycopy(gates, 0, updateAndReset, 0, 2 * units);
    System.arraycopy(gates, 2 * units, candidate, 0, units);
    if (!first) {
      gateWeights.addProduct(state, updateAndReset);
    }
    ElementwiseOps.hardSigmoid(updateAndReset, 2 * units);
    if (!first) {
      System.arraycopy(updateAndReset, units, reset, 0, units);
      ElementwiseOps.multiply(reset, state, resetState, units);
      candidateWeights.addProduct(resetState, candidate);
    }
    ElementwiseOps.tanh(candidate, candidate, units);
    ElementwiseOps.gruState(candidate, updateAndReset, state, state, units);
  }
}
