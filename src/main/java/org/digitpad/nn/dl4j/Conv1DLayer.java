package org.digitpad.nn.dl4j;

import org.digitpad.nn.arch.LayerSpec;

/**
 * Convolution over steps with ReLU, on DigitPad's kernels.
 *
 * @see LayerSpec.Conv1D
 */
public final class Conv1DLayer extends KernelLayerConf {
  private static final long serialVersionUID = 1L;

  private int width;

  /** For deserialisation. */
  public Conv1DLayer() {}

  Conv1DLayer(LayerSpec.Conv1D spec) {
    setLayerName(spec.name());
    setNOut(spec.filters());
    this.width = spec.width();
  }

  @Override
  LayerSpec.Conv1D spec() {
    return new LayerSpec.Conv1D(getLayerName(), width, (int) nOut);
  }

  /** Steps under the kernel. */
  public int getWidth() {
    return width;
  }

  public void setWidth(int width) {
    this.width = width;
  }
}
