package org.digitpad.nn.kernel;

import java.util.Arrays;
import java.util.List;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.kernel.LayerTrace.Part;

/** LSTM, with the formulas of {@link LstmKernel}. */
final class VectorLstm extends VectorRecurrent {
  private final WeightRows recurrentWeights;
  private final float[] input;
  private final float[] forget;
  private final float[] candidate;
  private final float[] outputGate;
  private final float[] cell;
  private final float[] tanhCell;
  private final float[] dCell;

  VectorLstm(PlacedLayer layer, float[] parameters) {
    super(layer, parameters);
    this.recurrentWeights = new WeightRows(parameters, recurrentOffset(layer), units, columns);
    this.input = new float[units];
    this.forget = new float[units];
    this.candidate = new float[units];
    this.outputGate = new float[units];
    this.cell = new float[units];
    this.tanhCell = new float[units];
    this.dCell = new float[units];
  }

  @Override
  protected void begin() {
    super.begin();
    Arrays.fill(cell, 0f);
  }

  @Override
  protected void restore(LayerTrace trace, int t) {
    super.restore(trace, t);
    read(trace.parts().get(Part.CELL), t, cell);
  }

  @Override
  protected void step(boolean first) {
    if (!first) {
      recurrentWeights.addProduct(state, gates);
    }
    System.arraycopy(gates, 2 * units, candidate, 0, units);
    ElementwiseOps.tanh(candidate, candidate, units);
    ElementwiseOps.hardSigmoid(gates, columns);
    System.arraycopy(gates, 0, input, 0, units);
    System.arraycopy(gates, units, forget, 0, units);
    System.arraycopy(gates, 3 * units, outputGate, 0, units);
    ElementwiseOps.lstmCell(input, forget, candidate, cell, cell, units);
    ElementwiseOps.tanh(cell, tanhCell, units);
    ElementwiseOps.multiply(outputGate, tanhCell, state, units);
  }

  @Override
  protected List<Part> parts() {
    return List.of(Part.INPUT, Part.FORGET, Part.CANDIDATE, Part.OUTPUT, Part.CELL);
  }

  @Override
  protected void copyPart(Part part, float[] target, int at) {
    float[] values =
        switch (part) {
          case INPUT -> input;
          case FORGET -> forget;
          case CANDIDATE -> candidate;
          case OUTPUT -> outputGate;
          default -> cell;
        };
    System.arraycopy(values, 0, target, at, units);
  }

  @Override
  protected void beginBackward() {
    Arrays.fill(dCell, 0f);
  }

  @Override
  protected void backwardStep(LayerTrace trace, int t, float[] dState, float[] dGates) {
    float[] dGate = new float[units];
    float[] before = new float[units];
    read(trace.parts().get(Part.INPUT), t, input);
    read(trace.parts().get(Part.FORGET), t, forget);
    read(trace.parts().get(Part.CANDIDATE), t, candidate);
    read(trace.parts().get(Part.OUTPUT), t, outputGate);
    read(trace.parts().get(Part.CELL), t, cell);
    read(trace.parts().get(Part.CELL), t - 1, before);
    ElementwiseOps.tanh(cell, tanhCell, units);
    ElementwiseOps.gateGradient(dState, tanhCell, outputGate, dGate, units);
    System.arraycopy(dGate, 0, dGates, 3 * units, units);
    ElementwiseOps.addCellGradient(dState, outputGate, tanhCell, dCell, units);
    ElementwiseOps.gateGradient(dCell, candidate, input, dGate, units);
    System.arraycopy(dGate, 0, dGates, 0, units);
    ElementwiseOps.gateGradient(dCell, before, forget, dGate, units);
    System.arraycopy(dGate, 0, dGates, units, units);
    ElementwiseOps.tanhGradient(dCell, input, candidate, dGate, units);
    System.arraycopy(dGate, 0, dGates, 2 * units, units);
    ElementwiseOps.multiply(dCell, forget, dCell, units);
    Arrays.fill(dState, 0f);
    if (t > 0) {
      recurrentWeights.addTransposedProduct(dGates, columns, units, dState, 0);
    }
  }
}
