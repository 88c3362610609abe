package org.digitpad.nn.dl4j;

import org.digitpad.nn.arch.LayerSpec;

/**
 * LSTM with hard-sigmoid gates, on DigitPad's kernels.
 *
 * @see LayerSpec.Lstm
 */
public final class LstmLayer extends KernelLayerConf {
  private static final long serialVersionUID = 1L;

  private boolean sequence;

  /** For deserialisation. */
  public LstmLayer() {}

  LstmLayer(LayerSpec.Lstm spec) {
    setLayerName(spec.name());
    setNOut(spec.units());
    this.sequence = spec.sequence();
  }

  @Override
  LayerSpec.Lstm spec() {
    return new LayerSpec.Lstm(getLayerName(), (int) nOut, sequence);
  }

  /** Whether every step is returned, or the last one alone. */
  public boolean isSequence() {
    return sequence;
  }

  public void setSequence(boolean sequence) {
    this.sequence = sequence;
  }
}
