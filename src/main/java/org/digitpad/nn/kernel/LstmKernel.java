package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.jspecify.annotations.Nullable;

/**
 * LSTM over whole sequences. With the state h, the cell c, the input x, the hard sigmoid σ and
 * element-wise products ∘:
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
final class LstmKernel extends LayerKernel {
  private static final int INPUT = 0;
  private static final int FORGET = 1;
  private static final int CANDIDATE = 2;
  private static final int OUTPUT = 3;
  private static final int[] ALL = {INPUT, FORGET, CANDIDATE, OUTPUT};

  private final int units;
  private final int steps;
  private final GateProducts gates;
  private final HiddenStates states;

  // What the backward pass needs again, for all steps, and scratch for one step.
  private final float[][][] activations;
  private final float[][] cell;
  private final float[][] squashedCell;
  private final float[] noCell;
  private final float[] dState;
  private final float[] dCell;
  private final float[] dGate;

  LstmKernel(Placed layer, BatchLayout inputRows, int capacity, boolean training) {
    this(layer, (Lstm) layer.spec(), capacity, states(layer, capacity, training));
    inputRows.require(BatchLayout.Order.STEP_MAJOR, layer.spec());
  }

  private LstmKernel(Placed layer, Lstm spec, int capacity, HiddenStates states) {
    super(BatchLayout.stepMajor(layer.output()), states.output(), states.outputGradient());
    this.units = spec.units();
    this.steps = layer.input().steps();
    this.gates = new GateProducts(layer, Lstm.GATES, units, capacity);
    this.states = states;
    int step = capacity * units;
    this.activations = new float[Lstm.GATES][steps][step];
    this.cell = new float[steps][step];
    this.squashedCell = new float[steps][step];
    this.noCell = new float[step];
    this.dState = new float[step];
    this.dCell = new float[step];
    this.dGate = new float[step];
  }

  private static HiddenStates states(Placed layer, int capacity, boolean training) {
    Lstm spec = (Lstm) layer.spec();
    return new HiddenStates(
        layer.input().steps(), spec.units(), spec.sequence(), capacity, training);
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    int count = batch * units;
    gates.projectInput(parameters, input, batch);
    for (int t = 0; t < steps; t++) {
      for (int gate : ALL) {
        if (t > 0) {
          gates.addRecurrent(parameters, gate, states.rows(), (t - 1) * count, t, batch);
        }
        float[] activation = activations[gate][t];
        gates.read(gate, t, activation, batch);
        if (gate == CANDIDATE) {
          ElementwiseOps.candidates(activation, gates.bias(gate), count);
        } else {
          ElementwiseOps.gate(activation, gates.bias(gate), count);
        }
      }
      ElementwiseOps.newCell(
          activations[INPUT][t],
          activations[FORGET][t],
          activations[CANDIDATE][t],
          t == 0 ? noCell : cell[t - 1],
          cell[t],
          count);
      ElementwiseOps.squash(cell[t], squashedCell[t], count);
      ElementwiseOps.multiply(activations[OUTPUT][t], squashedCell[t], states.after(t), count);
      states.publish(t, batch);
    }
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
    gates.clearBiasSums();
    for (int t = steps - 1; t >= 0; t--) {
      states.addOutputGradient(t, dState, batch);
      backwardStep(t, batch);
      if (t > 0) {
        gates.backThroughRecurrent(parameters, ALL, t, dState, batch);
      }
    }
    gates.addInputWeightGradients(input, gradient, batch);
    for (int gate : ALL) {
      gates.addRecurrentGradient(gate, states.rows(), 0, gradient, batch);
    }
    if (inputGradient != null) {
      gates.inputGradient(parameters, inputGradient, batch);
    }
  }

  /**
   * From the gradients of state and cell after step t to those of its gates and the cell before.
   */
  private void backwardStep(int t, int batch) {
    int count = batch * units;
    float[] in = activations[INPUT][t];
    float[] forget = activations[FORGET][t];
    float[] candidate = activations[CANDIDATE][t];
    float[] out = activations[OUTPUT][t];
    ElementwiseOps.backToGate(dState, squashedCell[t], out, dGate, count);
    gates.writeGradient(OUTPUT, t, dGate, batch);
    ElementwiseOps.backToCell(dState, out, squashedCell[t], dCell, count);
    ElementwiseOps.backToGate(dCell, candidate, in, dGate, count);
    gates.writeGradient(INPUT, t, dGate, batch);
    ElementwiseOps.backToGate(dCell, t == 0 ? noCell : cell[t - 1], forget, dGate, count);
    gates.writeGradient(FORGET, t, dGate, batch);
    ElementwiseOps.backToSquashed(dCell, in, candidate, dGate, count);
    gates.writeGradient(CANDIDATE, t, dGate, batch);
    ElementwiseOps.multiply(dCell, forget, dCell, count);
  }

  @Override
  public void close() {
    // the states are the output
    states.close();
    gates.close();
  }
}
