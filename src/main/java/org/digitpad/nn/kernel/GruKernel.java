package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.Gru;
import org.jspecify.annotations.Nullable;

/**
 * GRU over whole sequences. With the state h, the input x, the hard sigmoid σ and element-wise
 * products ∘:
 *
 * <pre>
 *   z = σ(x·Wz + h·Uz + bz)          update gate
 *   r = σ(x·Wr + h·Ur + br)          reset gate
 *   c = tanh(x·Wh + (r∘h)·Uh + bh)   candidate
 *   h' = z∘h + (1 − z)∘c
 * </pre>
 *
 * <p>Source: K. Cho et al., EMNLP 2014, formulas 5 to 8.
 */
final class GruKernel extends LayerKernel {
  private static final int UPDATE = 0;
  private static final int RESET = 1;
  private static final int CANDIDATE = 2;
  private static final int[] CANDIDATE_ALONE = {CANDIDATE};
  private static final int[] UPDATE_AND_RESET = {UPDATE, RESET};

  private final int units;
  private final int steps;
  private final GateProducts gates;
  private final HiddenStates states;

  /** Reset gate times the state before each step. */
  private final NativeFloatArray gated;

  // What the backward pass needs again, for all steps, and scratch for one step.
  private final float[][] update;
  private final float[][] reset;
  private final float[][] candidate;
  private final float[] product;
  private final float[] dState;
  private final float[] dGate;

  GruKernel(Placed layer, BatchLayout inputRows, int capacity, boolean training) {
    this(layer, (Gru) layer.spec(), capacity, states(layer, capacity, training));
    inputRows.require(BatchLayout.Order.STEP_MAJOR, layer.spec());
  }

  private GruKernel(Placed layer, Gru spec, int capacity, HiddenStates states) {
    super(BatchLayout.stepMajor(layer.output()), states.output(), states.outputGradient());
    this.units = spec.units();
    this.steps = layer.input().steps();
    this.gates = new GateProducts(layer, Gru.GATES, units, capacity);
    this.states = states;
    int step = capacity * units;
    this.gated = new NativeFloatArray(steps * step);
    this.update = new float[steps][step];
    this.reset = new float[steps][step];
    this.candidate = new float[steps][step];
    this.product = new float[step];
    this.dState = new float[step];
    this.dGate = new float[step];
  }

  private static HiddenStates states(Placed layer, int capacity, boolean training) {
    Gru spec = (Gru) layer.spec();
    return new HiddenStates(
        layer.input().steps(), spec.units(), spec.sequence(), capacity, training);
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    int count = batch * units;
    gates.projectInput(parameters, input, batch);
    for (int t = 0; t < steps; t++) {
      float[] before = states.before(t);
      if (t > 0) {
        gates.addRecurrent(parameters, UPDATE, states.rows(), (t - 1) * count, t, batch);
        gates.addRecurrent(parameters, RESET, states.rows(), (t - 1) * count, t, batch);
      }
      gates.read(UPDATE, t, update[t], batch);
      gates.read(RESET, t, reset[t], batch);
      ElementwiseOps.gates(
          update[t], reset[t], gates.bias(UPDATE), gates.bias(RESET), before, product, count);
      if (t > 0) {
        gated.write(t * count, product, count);
        gates.addRecurrent(parameters, CANDIDATE, gated, t * count, t, batch);
      }
      gates.read(CANDIDATE, t, candidate[t], batch);
      ElementwiseOps.candidates(candidate[t], gates.bias(CANDIDATE), count);
      ElementwiseOps.newState(candidate[t], update[t], before, states.after(t), count);
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
    gates.clearBiasSums();
    for (int t = steps - 1; t >= 0; t--) {
      states.addOutputGradient(t, dState, batch);
      backwardStep(parameters, t, batch);
    }
    gates.addInputWeightGradients(input, gradient, batch);
    gates.addRecurrentGradient(UPDATE, states.rows(), 0, gradient, batch);
    gates.addRecurrentGradient(RESET, states.rows(), 0, gradient, batch);
    gates.addRecurrentGradient(CANDIDATE, gated, batch * units, gradient, batch);
    if (inputGradient != null) {
      gates.inputGradient(parameters, inputGradient, batch);
    }
  }

  /** From the gradient of the state after step t to that of the state before. */
  private void backwardStep(NativeFloatArray parameters, int t, int batch) {
    int count = batch * units;
    float[] before = states.before(t);
    ElementwiseOps.backToUpdate(dState, update[t], candidate[t], before, dGate, count);
    gates.writeGradient(UPDATE, t, dGate, batch);
    ElementwiseOps.backToCandidate(dState, update[t], candidate[t], dGate, count);
    gates.writeGradient(CANDIDATE, t, dGate, batch);
    if (t == 0) {
      // There is no state before the first step, so its reset gate has no effect.
      gates.zeroGradient(RESET, t, batch);
      return;
    }
    gates.backThroughRecurrent(parameters, CANDIDATE_ALONE, t, product, batch);
    ElementwiseOps.backToReset(product, reset[t], before, update[t], dState, dGate, count);
    gates.writeGradient(RESET, t, dGate, batch);
    gates.backThroughRecurrent(parameters, UPDATE_AND_RESET, t, product, batch);
    ElementwiseOps.add(product, dState, count);
  }

  @Override
  public void close() {
    // the states are the output
    states.close();
    gates.close();
    gated.close();
  }
}
