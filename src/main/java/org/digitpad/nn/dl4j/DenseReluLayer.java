package org.digitpad.nn.dl4j;

import org.digitpad.nn.arch.LayerSpec;

/**
 * Fully connected layer with ReLU over whole sequences, on DigitPad's kernels.
 *
 * @see LayerSpec.Dense
 */
public final class DenseReluLayer extends KernelLayerConf {
  private static final long serialVersionUID = 1L;

  /** For deserialisation. */
  public DenseReluLayer() {}

  DenseReluLayer(LayerSpec.Dense spec) {
    setLayerName(spec.name());
    setNOut(spec.units());
  }

  @Override
  LayerSpec.Dense spec() {
    return new LayerSpec.Dense(getLayerName(), (int) nOut);
  }
}
