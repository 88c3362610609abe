package org.digitpad.nn.dl4j;

import org.digitpad.nn.arch.LayerSpec;

/** What the configurations of recurrent layers share. */
public abstract class RecurrentLayer extends KernelLayerConf {
  private static final long serialVersionUID = 1L;

  private boolean returnSequences;

  /** For deserialization. */
  protected RecurrentLayer() {}

  RecurrentLayer(LayerSpec.Recurrent spec) {
    super(spec.name(), spec.units());
    this.returnSequences = spec.returnSequences();
  }

  /** Whether the output is the hidden state after every step, or only after the last one. */
  public boolean isReturnSequences() {
    return returnSequences;
  }

  public void setReturnSequences(boolean returnSequences) {
    this.returnSequences = returnSequences;
  }
}
