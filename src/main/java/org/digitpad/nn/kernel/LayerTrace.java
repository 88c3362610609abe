package org.digitpad.nn.kernel;

import java.util.Arrays;
import java.util.Map;
import org.digitpad.nn.arch.Architecture.PlacedLayer;

/**
 * All that one layer computed for one image. The arrays are shared, not copied: they are only to be
 * read.
 *
 * @param layer the layer with its shapes
 * @param values steps × features: the layer's output, and of a recurrent layer the hidden state
 *     after each step, even if it returns the last one only
 * @param parts steps × features of what the layer computes on the way
 */
public record LayerTrace(PlacedLayer layer, float[] values, Map<Part, float[]> parts) {
  /** What a layer computes on the way to its output. */
  public enum Part {
    /** Share of a GRU's old state that is kept, 0 to 1. */
    UPDATE,
    /** Share of a GRU's old state that the candidate sees, 0 to 1. */
    RESET,
    /** What a recurrent layer would like to add to its state, -1 to 1. */
    CANDIDATE,
    /** Share of the candidate that an LSTM adds to its cell state, 0 to 1. */
    INPUT,
    /** Share of an LSTM's old cell state that is kept, 0 to 1. */
    FORGET,
    /** Share of an LSTM's cell state that its hidden state shows, 0 to 1. */
    OUTPUT,
    /** An LSTM's cell state. */
    CELL,
    /** What softmax turns into probabilities. */
    LOGITS
  }

  public LayerTrace {
    parts = Map.copyOf(parts);
  }

  /** Features of each step: channels, units or classes. */
  public int features() {
    return layer.output().features();
  }

  /** Steps of {@link #values}. */
  public int steps() {
    return values.length / features();
  }

  /** What the next layer got: {@link #values}, or their last step. */
  public float[] output() {
    int size = layer.output().size();
    return size == values.length
        ? values
        : Arrays.copyOfRange(values, values.length - size, values.length);
  }

  /** One of {@link #values}. */
  public float value(int step, int feature) {
    return values[step * features() + feature];
  }
}
