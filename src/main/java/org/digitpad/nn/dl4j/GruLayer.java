package org.digitpad.nn.dl4j;

import org.digitpad.nn.arch.LayerSpec;

/**
 * GRU with one bias per gate and the reset gate before the recurrent product, which DL4J lacks.
 *
 * @see LayerSpec.Gru
 */
public final class GruLayer extends RecurrentLayer {
  private static final long serialVersionUID = 1L;

  /** For deserialization. */
  public GruLayer() {}

  GruLayer(LayerSpec.Gru spec) {
    super(spec);
  }

  @Override
  LayerSpec.Gru spec() {
    return new LayerSpec.Gru(getLayerName(), (int) nOut, isReturnSequences());
  }
}
