package org.digitpad.nn.kernel;

import java.util.List;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.kernel.LayerTrace.Part;

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

  @Override
  protected List<Part> parts() {
    return List.of(Part.UPDATE, Part.RESET, Part.CANDIDATE);
  }

  @Override
  protected void copyPart(Part part, float[] target, int at) {
    switch (part) {
      case UPDATE -> System.arraycopy(updateAndReset, 0, target, at, units);
      case RESET -> System.arraycopy(updateAndReset, units, target, at, units);
      default -> System.arraycopy(candidate, 0, target, at, units);
    }
  }

  @Override
  protected void backwardStep(LayerTrace trace, int t, float[] dState, float[] dGates) {
    float[] update = new float[units];
    float[] before = new float[units];
    float[] dUpdate = new float[units];
    float[] dReset = new float[units];
    float[] dCandidate = new float[units];
    read(trace.parts().get(Part.UPDATE), t, update);
    read(trace.parts().get(Part.RESET), t, reset);
    read(trace.parts().get(Part.CANDIDATE), t, candidate);
    read(trace.values(), t - 1, before);
    ElementwiseOps.updateGateGradient(dState, update, candidate, before, dUpdate, units);
    ElementwiseOps.candidateGradient(dState, update, candidate, dCandidate, units);
    if (t > 0) {
      float[] dResetState = new float[units];
      candidateWeights.addTransposedProduct(dCandidate, units, units, dResetState, 0);
      ElementwiseOps.resetGateGradient(dResetState, reset, before, update, dState, dReset, units);
    }
    System.arraycopy(dUpdate, 0, dGates, 0, units);
    System.arraycopy(dReset, 0, dGates, units, units);
    System.arraycopy(dCandidate, 0, dGates, 2 * units, units);
    if (t > 0) {
      gateWeights.addTransposedProduct(dGates, 2 * units, units, dState, 0);
    }
  }
}
