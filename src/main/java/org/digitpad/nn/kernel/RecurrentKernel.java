package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Recurrent;

/** What the kernels of recurrent layers share: the gates' matrix products and the hidden states. */
abstract class RecurrentKernel extends LayerKernel {
  /** Length of the hidden state. */
  protected final int units;

  /** Steps of the input. */
  protected final int steps;

  /** Values of the hidden states of a whole batch after one step: capacity × units. */
  protected final int stepSize;

  protected final GateProducts gates;
  protected final HiddenStates states;

  /**
   * Allocates the memory for {@code capacity} samples.
   *
   * @throws IllegalArgumentException if the input is not time-major
   */
  RecurrentKernel(PlacedLayer layer, BatchLayout inputLayout, int capacity, boolean training) {
    this(layer, capacity, new HiddenStates(layer, capacity, training));
    inputLayout.requireOrder(BatchLayout.Order.TIME_MAJOR, layer.spec());
  }

  private RecurrentKernel(PlacedLayer layer, int capacity, HiddenStates states) {
    super(BatchLayout.timeMajor(layer.output()), states.output(), states.outputGradient());
    this.units = ((Recurrent) layer.spec()).units();
    this.steps = layer.input().steps();
    this.stepSize = capacity * units;
    this.gates = new GateProducts(layer, capacity);
    this.states = states;
  }

  @Override
  public void close() {
    // closes the output too, which is part of the states
    states.close();
    gates.close();
  }
}
