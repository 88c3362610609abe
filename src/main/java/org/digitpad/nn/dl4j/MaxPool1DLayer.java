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

  private int width;

  /** For deserialisation. */
  public MaxPool1DLayer() {}

  MaxPool1DLayer(LayerSpec.MaxPool1D spec) {
    setLayerName(spec.name());
    this.width = spec.width();
  }

  @Override
  LayerSpec.MaxPool1D spec() {
    return new LayerSpec.MaxPool1D(getLayerName(), width);
  }

  /** As many features leave as came in. */
  @Override
  public void setNIn(InputType input, boolean override) {
    super.setNIn(input, override);
    nOut = nIn;
  }

  /** Steps in a run. */
  public int getWidth() {
    return width;
  }

  public void setWidth(int width) {
    this.width = width;
  }
}
