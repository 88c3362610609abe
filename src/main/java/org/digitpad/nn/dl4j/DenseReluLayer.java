package org.digitpad.nn.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeFeedForward;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;

/**
 * Fully connected layer with ReLU over vectors or whole sequences, on DigitPad's kernels.
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

  /** Takes vectors too: what another dense layer or the last step of a recurrent one leaves. */
  @Override
  Shape shapeOf(InputType input) {
    return input instanceof InputTypeFeedForward vector
        ? new Shape(1, (int) vector.getSize())
        : super.shapeOf(input);
  }
}
