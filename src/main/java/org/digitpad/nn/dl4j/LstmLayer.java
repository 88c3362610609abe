package org.digitpad.nn.dl4j;

import org.digitpad.nn.arch.LayerSpec;

/**
 * LSTM with hard-sigmoid gates, on DigitPad's kernels.
 *
 * @see LayerSpec.Lstm
 */
public final class LstmLayer extends RecurrentLayer {
  private static final long serialVersionUID = 1L;

  /** For deserialization. */
  public LstmLayer() {}

  LstmLayer(LayerSpec.Lstm spec) {
    super(spec);
  }

  @Override
  LayerSpec.Lstm spec() {
    return new LayerSpec.Lstm(getLayerName(), (int) nOut, isReturnSequences());
  }
}
