package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.jspecify.annotations.Nullable;

/**
 * LSTM over whole sequences. With the hidden state h, the cell state c, the input x, the hard
 * sigmoid σ and the element-wise product ∘:
 *
 * <pre>
 *   i = σ(x·Wi + h·Ui + bi)      input gate
 *   f = σ(x·Wf + h·Uf + bf)      forget gate
 *   g = tanh(x·Wg + h·Ug + bg)   candidate
 *   o = σ(x·Wo + h·Uo + bo)      output gate
 *   c' = f∘c + i∘g
 *   h' = o∘tanh(c')
 * </pre>
 *
 * <p>Source: F. Gers, J. Schmidhuber, F. Cummins, "Learning to forget: continual prediction with
 * LSTM", Neural Computation 12, 2000.
 */
final class LstmKernel extends RecurrentKernel {
  private static final int INPUT = 0;
  private static final int FORGET = 1;
  private static final int CANDIDATE = 2;
  private static final int OUTPUT = 3;
  private static final int[] ALL = {INPUT, FORGET, CANDIDATE, OUTPUT};

  // activations by gate and step, and cell states by step, which the backward pass needs again
  private final float[][][] activations;
  private final float[][] cell;
  private final float[][] tanhCell;

  /** The cell state before the first step. */
  private final float[] zeroCell;

  // scratch memory for one step
  private final float[] dState;
  private final float[] dCell;
  private final float[] dGate;

  LstmKernel(PlacedLayer layer, BatchLayout inputLayout, int capacity, boolean training) {
    super(layer, inputLayout, capacity, training);
    this.activations = new float[ALL.length][steps][stepSize];
    this.cell = new float[steps][stepSize];
    this.tanhCell = new float[steps][stepSize];
    this.zeroCell = new float[stepSize];
    this.dState = new float[stepSize];
    this.dCell = new float[stepSize];
    this.dGate = new float[stepSize];
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    int count = batch * units;
    gates.projectInput(parameters, input, batch);
    for (int t = 0; t < steps; t++) {
      if (t > 0) {
        gates.addRecurrent(parameters, INPUT, ALL.length, states.all(), (t - 1) * count, t, batch);
      }
      for (int gate : ALL) {
        float[] activation = activations[gate][t];
        gates.read(gate, t, activation, batch);
        if (gate == CANDIDATE) {
          ElementwiseOps.addBiasAndTanh(activation, gates.bias(gate), count);
        } else {
          ElementwiseOps.addBiasAndHardSigmoid(activation, gates.bias(gate), count);
        }
      }
      ElementwiseOps.lstmCell(
          activations[INPUT][t],
          activations[FORGET][t],
          activations[CANDIDATE][t],
          cellBefore(t),
          cell[t],
          count);
      ElementwiseOps.tanh(cell[t], tanhCell[t], count);
      ElementwiseOps.multiply(activations[OUTPUT][t], tanhCell[t], states.after(t), count);
      states.publish(t, batch);
    }
  }

  private float[] cellBefore(int t) {
    return t == 0 ? zeroCell : cell[t - 1];
  }

  @Override
  void backward(
      NativeFloatArray parameters,
      NativeFloatArray input,
      NativeFloatArray gradient,
      @Nullable NativeFloatArray inputGradient,
      int batch) {
    Arrays.fill(dState, 0, batch * units, 0f);
    Arrays.fill(dCell, 0, batch * units, 0f);
    gates.clearBiasGradients();
    for (int t = steps - 1; t >= 0; t--) {
      states.addOutputGradient(t, dState, batch);
      backwardStep(t, batch);
      if (t > 0) {
        gates.backpropagateRecurrent(parameters, ALL, t, dState, batch);
      }
    }
    gates.addInputWeightGradients(input, gradient, batch);
    for (int gate : ALL) {
      gates.addRecurrentWeightGradient(gate, states.all(), 0, gradient, batch);
    }
    if (inputGradient != null) {
      gates.writeInputGradient(parameters, inputGradient, batch);
    }
  }

  /**
   * Turns the gradients of the hidden and cell state after step t into those of the step's gates
   * and of the cell state before it.
   */
  private void backwardStep(int t, int batch) {
    int count = batch * units;
    float[] in = activations[INPUT][t];
    float[] forget = activations[FORGET][t];
    float[] candidate = activations[CANDIDATE][t];
    float[] out = activations[OUTPUT][t];
    ElementwiseOps.gateGradient(dState, tanhCell[t], out, dGate, count);
    gates.writeGradient(OUTPUT, t, dGate, batch);
    ElementwiseOps.addCellGradient(dState, out, tanhCell[t], dCell, count);
    ElementwiseOps.gateGradient(dCell, candidate, in, dGate, count);
    gates.writeGradient(INPUT, t, dGate, batch);
    ElementwiseOps.gateGradient(dCell, cellBefore(t), forget, dGate, count);
    gates.writeGradient(FORGET, t, dGate, batch);
    ElementwiseOps.tanhGradient(dCell, in, candidate, dGate, count);
    gates.writeGradient(CANDIDATE, t, dGate, batch);
    ElementwiseOps.multiply(dCell, forget, dCell, count);
  }
}
