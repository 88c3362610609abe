package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.jspecify.annotations.Nullable;

/**
 * GRU over whole sequences. With the hidden state h, the input x, the hard sigmoid σ and the
 * element-wise product ∘:
 *
 * <pre>
 *   z = σ(x·Wz + h·Uz + bz)          update gate
 *   r = σ(x·Wr + h·Ur + br)          reset gate
 *   c = tanh(x·Wh + (r∘h)·Uh + bh)   candidate
 *   h' = z∘h + (1 − z)∘c
 * </pre>
 *
 * <p>Source: K. Cho et al., EMNLP 2014, equations 5 to 8.
 */
final class GruKernel extends RecurrentKernel {
  private static final int UPDATE = 0;
  private static final int RESET = 1;
  private static final int CANDIDATE = 2;
  private static final int[] CANDIDATE_ONLY = {CANDIDATE};
  private static final int[] UPDATE_AND_RESET = {UPDATE, RESET};

  /** r∘h at each step. */
  private final NativeFloatArray resetStates;

  // activations at each step, which the backward pass needs again
  private final float[][] update;
  private final float[][] reset;
  private final float[][] candidate;

  // scratch memory for one step
  private final float[] product;
  private final float[] dState;
  private final float[] dGate;

  GruKernel(PlacedLayer layer, BatchLayout inputLayout, int capacity, boolean training) {
    super(layer, inputLayout, capacity, training);
    this.resetStates = new NativeFloatArray(steps * stepSize);
    this.update = new float[steps][stepSize];
    this.reset = new float[steps][stepSize];
    this.candidate = new float[steps][stepSize];
    this.product = new float[stepSize];
    this.dState = new float[stepSize];
    this.dGate = new float[stepSize];
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    int count = batch * units;
    gates.projectInput(parameters, input, batch);
    for (int t = 0; t < steps; t++) {
      float[] before = states.before(t);
      if (t > 0) {
        gates.addRecurrent(
            parameters, UPDATE, UPDATE_AND_RESET.length, states.all(), (t - 1) * count, t, batch);
      }
      gates.read(UPDATE, t, update[t], batch);
      gates.read(RESET, t, reset[t], batch);
      ElementwiseOps.gruGates(
          update[t], reset[t], gates.bias(UPDATE), gates.bias(RESET), before, product, count);
      if (t > 0) {
        resetStates.write(t * count, product, count);
        gates.addRecurrent(parameters, CANDIDATE, 1, resetStates, t * count, t, batch);
      }
      gates.read(CANDIDATE, t, candidate[t], batch);
      ElementwiseOps.addBiasAndTanh(candidate[t], gates.bias(CANDIDATE), count);
      ElementwiseOps.gruState(candidate[t], update[t], before, states.after(t), count);
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
    gates.clearBiasGradients();
    for (int t = steps - 1; t >= 0; t--) {
      states.addOutputGradient(t, dState, batch);
      backwardStep(parameters, t, batch);
    }
    gates.addInputWeightGradients(input, gradient, batch);
    gates.addRecurrentWeightGradient(UPDATE, states.all(), 0, gradient, batch);
    gates.addRecurrentWeightGradient(RESET, states.all(), 0, gradient, batch);
    gates.addRecurrentWeightGradient(CANDIDATE, resetStates, batch * units, gradient, batch);
    if (inputGradient != null) {
      gates.writeInputGradient(parameters, inputGradient, batch);
    }
  }

  /** Turns the gradient of the state after step t into that of the state before it. */
  private void backwardStep(NativeFloatArray parameters, int t, int batch) {
    int count = batch * units;
    float[] before = states.before(t);
    ElementwiseOps.updateGateGradient(dState, update[t], candidate[t], before, dGate, count);
    gates.writeGradient(UPDATE, t, dGate, batch);
    ElementwiseOps.candidateGradient(dState, update[t], candidate[t], dGate, count);
    gates.writeGradient(CANDIDATE, t, dGate, batch);
    if (t == 0) {
      // the state before the first step is zero, so the reset gate has no effect there
      gates.zeroGradient(RESET, t, batch);
      return;
    }
    gates.backpropagateRecurrent(parameters, CANDIDATE_ONLY, t, product, batch);
    ElementwiseOps.resetGateGradient(product, reset[t], before, update[t], dState, dGate, count);
    gates.writeGradient(RESET, t, dGate, batch);
    gates.backpropagateRecurrent(parameters, UPDATE_AND_RESET, t, product, batch);
    ElementwiseOps.add(product, dState, count);
  }

  @Override
  public void close() {
    super.close();
    resetStates.close();
  }
}
