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

  /** For deserialization. */
  public DenseReluLayer() {}

  DenseReluLayer(LayerSpec.Dense spec) {
    super(spec.name(), spec.units());
  }

  @Override
  LayerSpec.Dense spec() {
    return new LayerSpec.Dense(getLayerName(), (int) nOut);
  }

  /** Accepts vectors too: the output of a dense layer or the last state of a recurrent layer. */
  @Override
  Shape shapeOf(InputType input) {
    return input instanceof InputTypeFeedForward vector
        ? new Shape(1, (int) vector.getSize())
        : super.shapeOf(input);
  }
}
