package org.digitpad.nn.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The states of a recurrent layer after each step, on the heap for element-wise passes and outside
 * of it for products, and the gradient that comes back to them from the layer behind.
 */
final class HiddenStates implements AutoCloseable {
  private final int units;
  private final int steps;
  private final float[][] states;
  private final float[] noState;
  private final float[] scratch;
  private final NativeFloatArray rows;
  private final @Nullable NativeFloatArray last;
  private final NativeFloatArray outputGradient;

  /**
   * Takes the memory.
   *
   * @param sequence whether the layer returns every state, or the last one alone
   */
  HiddenStates(int steps, int units, boolean sequence, int capacity, boolean training) {
    int step = capacity * units;
    this.units = units;
    this.steps = steps;
    this.states = new float[steps][step];
    this.noState = new float[step];
    this.scratch = new float[step];
    this.rows = new NativeFloatArray(steps * step);
    this.last = sequence ? null : new NativeFloatArray(step);
    int outputs = sequence ? steps * step : step;
    this.outputGradient = new NativeFloatArray(training ? outputs : 0);
  }

  /** State before step t: zeros before the first. */
  float[] before(int t) {
    return t == 0 ? noState : states[t - 1];
  }

  /** State after step t, to be filled. */
  float[] after(int t) {
    return states[t];
  }

  /** Makes the filled state after step t part of {@link #rows} and, if it is, of the output. */
  void publish(int t, int batch) {
    int count = batch * units;
    rows.write(t * count, states[t], count);
    if (last != null && t == steps - 1) {
      last.write(0, states[t], count);
    }
  }

  /** All states, step after step. */
  NativeFloatArray rows() {
    return rows;
  }

  NativeFloatArray output() {
    return last == null ? rows : last;
  }

  NativeFloatArray outputGradient() {
    return outputGradient;
  }

  /** Adds what the layer behind asks of the state after step t, if it sees it. */
  void addOutputGradient(int t, float[] dState, int batch) {
    int count = batch * units;
    if (last != null && t < steps - 1) {
      return;
    }
    outputGradient.read(last == null ? t * count : 0, scratch, count);
    ElementwiseOps.add(scratch, dState, count);
  }

  @Override
  public void close() {
    rows.close();
    if (last != null) {
      last.close();
    }
    outputGradient.close();
  }
}
