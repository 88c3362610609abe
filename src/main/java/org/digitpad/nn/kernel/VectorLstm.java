package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.PlacedLayer;

/** LSTM, with the formulas of {@link LstmKernel}. */
final class VectorLstm extends VectorRecurrent {
  private final WeightRows recurrentWeights;
  private final float[] input;
  private final float[] forget;
  private final float[] candidate;
  private final float[] outputGate;
  private final float[] cell;
  private final float[] tanhCell;

  VectorLstm(PlacedLayer layer, float[] parameters) {
    super(layer, parameters);
    this.recurrentWeights = new WeightRows(parameters, recurrentOffset(layer), units, columns);
    this.input = new float[units];
    this.forget = new float[units];
    this.candidate = new float[units];
    this.outputGate = new float[units];
    this.cell = new float[units];
    this.tanhCell = new float[units];
  }

  @Override
  protected void begin() {
    super.begin();
    Arrays.fill(cell, 0f);
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
}
