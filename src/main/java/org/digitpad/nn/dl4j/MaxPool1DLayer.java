package org.digitpad.nn.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.digitpad.nn.arch.LayerSpec;

/**
 * Max pooling over steps, on DigitPad's kernels.
 *
 * @see LayerSpec.MaxPool1D
 */
public final class MaxPool1DLayer extends KernelLayerConf {
  private static final long serialVersionUID = 1L;

  private int poolSize;

  /** For deserialization. */
  public MaxPool1DLayer() {}

  MaxPool1DLayer(LayerSpec.MaxPool1D spec) {
    setLayerName(spec.name());
    this.poolSize = spec.poolSize();
  }

  @Override
  LayerSpec.MaxPool1D spec() {
    return new LayerSpec.MaxPool1D(getLayerName(), poolSize);
  }

  /** The output has as many features as the input. */
  @Override
  public void setNIn(InputType input, boolean override) {
    super.setNIn(input, override);
    nOut = nIn;
  }

  /** Steps in a window. */
  public int getPoolSize() {
    return poolSize;
  }

  public void setPoolSize(int poolSize) {
    this.poolSize = poolSize;
  }
}
