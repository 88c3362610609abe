package org.digitpad.nn.dl4j;

import org.digitpad.nn.arch.LayerSpec;

/**
 * GRU with one bias a gate and the reset gate before the recurrent product, which DL4J lacks.
 *
 * @see LayerSpec.Gru
 */
public final class GruLayer extends KernelLayerConf {
  private static final long serialVersionUID = 1L;

  private boolean sequence;

  /** For deserialisation. */
  public GruLayer() {}

  GruLayer(LayerSpec.Gru spec) {
    setLayerName(spec.name());
    setNOut(spec.units());
    this.sequence = spec.sequence();
  }

  @Override
  LayerSpec.Gru spec() {
    return new LayerSpec.Gru(getLayerName(), (int) nOut, sequence);
  }

  /** Whether every step is returned, or the last one alone. */
  public boolean isSequence() {
    return sequence;
  }

  public void setSequence(boolean sequence) {
    this.sequence = sequence;
  }
}
