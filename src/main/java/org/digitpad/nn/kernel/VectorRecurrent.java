package org.digitpad.nn.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Recurrent;
import org.digitpad.nn.kernel.LayerTrace.Part;
import org.jspecify.annotations.Nullable;

/** What recurrent layers share: the input's contribution to all gates, and the hidden state. */
abstract class VectorRecurrent extends VectorLayer {
  protected final int units;

  /** Columns of all gates together. */
  protected final int columns;

  /** Pre-activations of all gates at one step. */
  protected final float[] gates;

  /** The hidden state. */
  protected final float[] state;

  private final int steps;
  private final int features;
  private final boolean returnSequences;
  private final WeightRows inputWeights;
  private final float[] bias;

  VectorRecurrent(PlacedLayer layer, float[] parameters) {
    super(layer);
    Recurrent spec = (Recurrent) layer.spec();
    this.units = spec.units();
    this.columns = spec.gates() * units;
    this.gates = new float[columns];
    this.state = new float[units];
    this.steps = layer.input().steps();
    this.features = layer.input().features();
    this.returnSequences = spec.returnSequences();
    this.inputWeights = new WeightRows(parameters, layer.offset(), features, columns);
    int biasOffset = recurrentOffset(layer) + units * columns;
    this.bias = Arrays.copyOfRange(parameters, biasOffset, biasOffset + columns);
  }

  /** Index of the recurrent weights, [units, gates·units], in the flat parameter vector. */
  protected static int recurrentOffset(PlacedLayer layer) {
    Recurrent spec = (Recurrent) layer.spec();
    return layer.offset() + layer.input().features() * spec.gates() * spec.units();
  }

  @Override
  final float[] forward(float[] input) {
    begin();
    return run(input, 0, null);
  }

  /**
   * Computes as {@link #forward} does, but only from a step on.
   *
   * @param input steps × features; before that step, what the trace was computed from
   * @param trace with the same features switched off
   */
  final float[] resume(float[] input, LayerTrace trace, int firstStep) {
    restore(trace, firstStep - 1);
    if (returnSequences) {
      System.arraycopy(trace.values(), 0, output, 0, firstStep * units);
    }
    return run(input, firstStep, null);
  }

  @Override
  final LayerTrace trace(float[] input) {
    Map<Part, float[]> recorded = new EnumMap<>(Part.class);
    for (Part part : parts()) {
      recorded.put(part, new float[steps * units]);
    }
    float[] states = new float[steps * units];
    begin();
    run(
        input,
        0,
        t -> {
          System.arraycopy(state, 0, states, t * units, units);
          recorded.forEach((part, values) -> copyPart(part, values, t * units));
        });
    return new LayerTrace(layer, states, recorded);
  }

  /**
   * @param recorder gets the number of each step after it; null if nobody records
   */
  private float[] run(float[] input, int firstStep, @Nullable IntConsumer recorder) {
    for (int t = firstStep; t < steps; t++) {
      System.arraycopy(bias, 0, gates, 0, columns);
      inputWeights.addSparseProduct(input, t * features, gates);
      step(t == 0);
      if (kept != null) {
        ElementwiseOps.multiply(state, kept, state, units);
      }
      if (recorder != null) {
        recorder.accept(t);
      }
      if (returnSequences) {
        System.arraycopy(state, 0, output, t * units, units);
      }
    }
    if (!returnSequences) {
      System.arraycopy(state, 0, output, 0, units);
    }
    return output;
  }

  /** Sets all states to those after step t of a trace; to zero for the step before the first. */
  protected void restore(LayerTrace trace, int t) {
    read(trace.values(), t, state);
  }

  /** Sets all states to zero. */
  protected void begin() {
    Arrays.fill(state, 0f);
  }

  /**
   * Computes the next state from {@link #gates}, which hold the input's contribution and the bias.
   *
   * @param first whether the state is still zero
   */
  protected abstract void step(boolean first);

  /** What {@link #step} computes on the way to the state. */
  protected abstract List<Part> parts();

  /** Copies a part's values of the last step to {@code target}, from {@code at} on. */
  protected abstract void copyPart(Part part, float[] target, int at);

  @Override
  protected final void backward(
      float[] input, LayerTrace trace, float[] outputGradient, float[] inputGradient) {
    float[] dState = new float[units];
    float[] dGates = new float[columns];
    beginBackward();
    for (int t = steps - 1; t >= 0; t--) {
      if (returnSequences || t == steps - 1) {
        int from = returnSequences ? t * units : 0;
        for (int u = 0; u < units; u++) {
          dState[u] += outputGradient[from + u];
        }
      }
      if (kept != null) {
        ElementwiseOps.multiply(dState, kept, dState, units);
      }
      backwardStep(trace, t, dState, dGates);
      inputWeights.addTransposedProduct(dGates, columns, features, inputGradient, t * features);
    }
  }

  /** Sets all gradients that are carried from step to step to zero. */
  protected void beginBackward() {}

  /**
   * Turns the gradient of the state after step t into that of the state before it.
   *
   * @param dState the gradient of the state; need not be right after the first step
   * @param dGates receives the gradient of the pre-activations of all gates
   */
  protected abstract void backwardStep(LayerTrace trace, int t, float[] dState, float[] dGates);

  /** Copies the values of step t; zeros for the step before the first. */
  protected final void read(float[] values, int t, float[] target) {
    if (t < 0) {
      Arrays.fill(target, 0f);
    } else {
      System.arraycopy(values, t * units, target, 0, units);
    }
  }
}
