package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Recurrent;
import org.jspecify.annotations.Nullable;

/**
 * The hidden states of a recurrent layer after each step, and the gradient of its output. States
 * are kept twice: on the heap for element-wise operations, and in native memory for matrix
 * products.
 */
final class HiddenStates implements AutoCloseable {
  private final int units;
  private final int steps;
  private final float[][] states;
  private final float[] zeroState;
  private final float[] scratch;
  private final NativeFloatArray all;

  /** The state after the last step if the layer returns only that one. */
  private final @Nullable NativeFloatArray last;

  private final NativeFloatArray outputGradient;

  /** Allocates the memory for {@code capacity} samples. */
  HiddenStates(PlacedLayer layer, int capacity, boolean training) {
    Recurrent spec = (Recurrent) layer.spec();
    this.units = spec.units();
    this.steps = layer.input().steps();
    int stepSize = capacity * units;
    this.states = new float[steps][stepSize];
    this.zeroState = new float[stepSize];
    this.scratch = new float[stepSize];
    this.all = new NativeFloatArray(steps * stepSize);
    this.last = spec.returnSequences() ? null : new NativeFloatArray(stepSize);
    int outputSize = layer.output().steps() * stepSize;
    this.outputGradient = new NativeFloatArray(training ? outputSize : 0);
  }

  /** State before step t: zeros before the first step. */
  float[] before(int t) {
    return t == 0 ? zeroState : states[t - 1];
  }

  /** State after step t, for the caller to fill. */
  float[] after(int t) {
    return states[t];
  }

  /** Copies the filled state after step t to {@link #all} and, if it belongs there, the output. */
  void publish(int t, int batch) {
    int count = batch * units;
    all.write(t * count, states[t], count);
    if (last != null && t == steps - 1) {
      last.write(0, states[t], count);
    }
  }

  /** All states: steps × batch × units. */
  NativeFloatArray all() {
    return all;
  }

  NativeFloatArray output() {
    return last == null ? all : last;
  }

  NativeFloatArray outputGradient() {
    return outputGradient;
  }

  /** Adds the gradient that reaches the state after step t through the output, if any does. */
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
    all.close();
    if (last != null) {
      last.close();
    }
    outputGradient.close();
  }
}
