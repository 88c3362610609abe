package org.digitpad.nn.arch;

import java.util.List;

/**
 * One tensor of parameters, row-major, as it stands in the flat parameter vector and in a model
 * file.
 *
 * @param name name within its layer, such as "weight"; without an underscore, as DL4J's updater
 *     takes all before the last one for the layer
 * @param shape lengths of the axes, outermost first
 * @param initializer how a fresh network fills it
 */
public record TensorSpec(String name, List<Integer> shape, Initializer initializer) {
  public TensorSpec {
    shape = List.copyOf(shape);
  }

  /** Numbers in the tensor. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Whether it is added rather than multiplied by: biases need no decay. */
  public boolean isBias() {
    return name.equals("bias");
  }
}
