package org.digitpad.nn.dl4j;

import org.digitpad.nn.arch.LayerSpec;

/**
 * Convolution over steps with ReLU, on DigitPad's kernels.
 *
 * @see LayerSpec.Conv1D
 */
public final class Conv1DLayer extends KernelLayerConf {
  private static final long serialVersionUID = 1L;

  private int kernelSize;

  /** For deserialization. */
  public Conv1DLayer() {}

  Conv1DLayer(LayerSpec.Conv1D spec) {
    super(spec.name(), spec.filters());
    this.kernelSize = spec.kernelSize();
  }

  @Override
  LayerSpec.Conv1D spec() {
    return new LayerSpec.Conv1D(getLayerName(), kernelSize, (int) nOut);
  }

  /** Steps that the kernel covers. */
  public int getKernelSize() {
    return kernelSize;
  }

  public void setKernelSize(int kernelSize) {
    this.kernelSize = kernelSize;
  }
}
