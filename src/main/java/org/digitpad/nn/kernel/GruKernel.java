package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.Gru;
import org.jspecify.annotations.Nullable;

/**
 * GRU over whole sequences. The input's share of every gate at every step is one matrix product per
 * gate, as is every weight gradient; what is left for each step are the recurrent products and one
 * fused pass over the gates. Each gate has its own block of memory, so that these passes run over
 * batch × units numbers in a row.
 *
 * <p>With the state h, the input x, the hard sigmoid σ and element-wise products ∘:
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
final class GruKernel implements Kernel {
  private static final int UPDATE = 0;
  private static final int RESET = 1;
  private static final int CANDIDATE = 2;

  private final int inputs;
  private final int units;
  private final int steps;
  private final boolean sequence;
  private final int columns;
  private final int weightAt;
  private final int recurrentAt;
  private final int biasAt;
  private final Rows outputRows;

  /** Pre-activations of each gate for all steps; in the backward pass, their gradients. */
  private final Floats[] gates = new Floats[Gru.GATES];

  /** States after each step. */
  private final Floats states;

  /** Reset gate times the state before each step. */
  private final Floats gated;

  private final @Nullable Floats lastState;
  private final Floats outputGradient;
  private final Floats recurrentGradient;

  // What the backward pass needs again, for all steps, and scratch for one step.
  private final float[][] update;
  private final float[][] reset;
  private final float[][] candidate;
  private final float[][] state;
  private final float[] noState;
  private final float[] product;
  private final float[] dState;
  private final float[][] dGate;
  private final float[] scratch;
  private final float[] bias;
  private final float[][] tiledBias = new float[Gru.GATES][];
  private final float[][] biasSums = new float[Gru.GATES][];

  GruKernel(Placed layer, Rows inputRows, int capacity, boolean training) {
    Gru spec = (Gru) layer.spec();
    if (inputRows.order() != Rows.Order.STEP_MAJOR) {
      throw new IllegalArgumentException(spec.name() + " needs the rows of a step side by side");
    }
    this.inputs = layer.input().features();
    this.units = spec.units();
    this.steps = layer.input().steps();
    this.sequence = spec.sequence();
    this.columns = Gru.GATES * units;
    this.weightAt = layer.offset();
    this.recurrentAt = weightAt + inputs * columns;
    this.biasAt = recurrentAt + units * columns;
    this.outputRows = Rows.stepMajor(layer.output());
    int step = capacity * units;
    int all = steps * step;
    for (int gate = 0; gate < Gru.GATES; gate++) {
      gates[gate] = new Floats(all);
      tiledBias[gate] = new float[step];
      biasSums[gate] = new float[step];
    }
    this.states = new Floats(all);
    this.gated = new Floats(all);
    this.lastState = sequence ? null : new Floats(step);
    this.outputGradient = new Floats(training ? outputRows.size(capacity) : 0);
    this.recurrentGradient = new Floats(training ? step : 0);
    this.update = new float[steps][step];
    this.reset = new float[steps][step];
    this.candidate = new float[steps][step];
    this.state = new float[steps][step];
    this.noState = new float[step];
    this.product = new float[step];
    this.dState = new float[step];
    this.dGate = new float[Gru.GATES][step];
    this.scratch = new float[step];
    this.bias = new float[columns];
  }

  @Override
  public Rows outputRows() {
    return outputRows;
  }

  @Override
  public Floats output() {
    return lastState == null ? states : lastState;
  }

  @Override
  public Floats outputGradient() {
    return outputGradient;
  }

  @Override
  public void forward(Floats parameters, Floats input, int batch) {
    int step = batch * units;
    parameters.read(biasAt, bias, columns);
    for (int gate = 0; gate < Gru.GATES; gate++) {
      Loops.tile(bias, gate * units, units, tiledBias[gate]);
      Blas.multiply(
          steps * batch,
          units,
          inputs,
          input,
          0,
          inputs,
          parameters,
          weightAt + gate * units,
          columns,
          0f,
          gates[gate],
          0,
          units);
    }
    for (int t = 0; t < steps; t++) {
      int at = t * step;
      float[] before = t == 0 ? noState : state[t - 1];
      if (t > 0) {
        multiplyRecurrent(parameters, UPDATE, states, at - step, at, batch);
        multiplyRecurrent(parameters, RESET, states, at - step, at, batch);
      }
      gates[UPDATE].read(at, update[t], step);
      gates[RESET].read(at, reset[t], step);
      Loops.gates(update[t], reset[t], tiledBias[UPDATE], tiledBias[RESET], before, product, step);
      if (t > 0) {
        gated.write(at, product, step);
        multiplyRecurrent(parameters, CANDIDATE, gated, at, at, batch);
      }
      gates[CANDIDATE].read(at, candidate[t], step);
      Loops.candidates(candidate[t], tiledBias[CANDIDATE], step);
      Loops.newState(candidate[t], update[t], before, state[t], step);
      states.write(at, state[t], step);
    }
    if (lastState != null) {
      lastState.write(0, state[steps - 1], step);
    }
  }

  /** Adds one gate's recurrent product, from rows at {@code from}, to the gate at {@code at}. */
  private void multiplyRecurrent(
      Floats parameters, int gate, Floats rows, int from, int at, int batch) {
    Blas.multiply(
        batch,
        units,
        units,
        rows,
        from,
        units,
        parameters,
        recurrentAt + gate * units,
        columns,
        1f,
        gates[gate],
        at,
        units);
  }

  @Override
  public void backward(
      Floats parameters, Floats input, Floats gradient, @Nullable Floats inputGradient, int batch) {
    int step = batch * units;
    Arrays.fill(dState, 0, step, 0f);
    for (float[] sums : biasSums) {
      Arrays.fill(sums, 0f);
    }
    if (!sequence) {
      outputGradient.read(0, dState, step);
    }
    for (int t = steps - 1; t >= 0; t--) {
      if (sequence) {
        outputGradient.read(t * step, scratch, step);
        Loops.add(scratch, dState, step);
      }
      backwardStep(parameters, t, batch);
    }
    addParameterGradients(input, gradient, batch);
    if (inputGradient != null) {
      for (int gate = 0; gate < Gru.GATES; gate++) {
        Blas.multiplyTransposedB(
            steps * batch,
            inputs,
            units,
            gates[gate],
            0,
            units,
            parameters,
            weightAt + gate * units,
            columns,
            gate == 0 ? 0f : 1f,
            inputGradient,
            0,
            inputs);
      }
    }
  }

  /** From the gradient of the state after step t to that of the state before. */
  private void backwardStep(Floats parameters, int t, int batch) {
    int step = batch * units;
    int at = t * step;
    float[] before = t == 0 ? noState : state[t - 1];
    Loops.backToUpdate(dState, update[t], candidate[t], before, dGate[UPDATE], step);
    Loops.backToCandidate(dState, update[t], candidate[t], dGate[CANDIDATE], step);
    gates[UPDATE].write(at, dGate[UPDATE], step);
    gates[CANDIDATE].write(at, dGate[CANDIDATE], step);
    Loops.add(dGate[UPDATE], biasSums[UPDATE], step);
    Loops.add(dGate[CANDIDATE], biasSums[CANDIDATE], step);
    if (t == 0) {
      // There is no state before the first step, so its reset gate has no effect.
      gates[RESET].zero(at, step);
      return;
    }
    multiplyRecurrentTransposed(parameters, CANDIDATE, at, batch, 0f);
    recurrentGradient.read(0, scratch, step);
    Loops.backToReset(scratch, reset[t], before, update[t], dState, dGate[RESET], step);
    gates[RESET].write(at, dGate[RESET], step);
    Loops.add(dGate[RESET], biasSums[RESET], step);
    multiplyRecurrentTransposed(parameters, UPDATE, at, batch, 0f);
    multiplyRecurrentTransposed(parameters, RESET, at, batch, 1f);
    recurrentGradient.read(0, scratch, step);
    Loops.add(scratch, dState, step);
  }

  private void multiplyRecurrentTransposed(
      Floats parameters, int gate, int at, int batch, float beta) {
    Blas.multiplyTransposedB(
        batch,
        units,
        units,
        gates[gate],
        at,
        units,
        parameters,
        recurrentAt + gate * units,
        columns,
        beta,
        recurrentGradient,
        0,
        units);
  }

  private void addParameterGradients(Floats input, Floats gradient, int batch) {
    int step = batch * units;
    int later = (steps - 1) * batch;
    gradient.read(biasAt, bias, columns);
    for (int gate = 0; gate < Gru.GATES; gate++) {
      Blas.multiplyTransposedA(
          inputs,
          units,
          steps * batch,
          input,
          0,
          inputs,
          gates[gate],
          0,
          units,
          1f,
          gradient,
          weightAt + gate * units,
          columns);
      if (later > 0) {
        Blas.multiplyTransposedA(
            units,
            units,
            later,
            gate == CANDIDATE ? gated : states,
            gate == CANDIDATE ? step : 0,
            units,
            gates[gate],
            step,
            units,
            1f,
            gradient,
            recurrentAt + gate * units,
            columns);
      }
      Loops.fold(biasSums[gate], step, units, bias, gate * units);
    }
    gradient.write(biasAt, bias, columns);
  }

  @Override
  public void close() {
    for (Floats gate : gates) {
      gate.close();
    }
    states.close();
    gated.close();
    if (lastState != null) {
      lastState.close();
    }
    outputGradient.close();
    recurrentGradient.close();
  }
}
