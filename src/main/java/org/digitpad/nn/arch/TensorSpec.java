package org.digitpad.nn.arch;

import java.util.List;

/**
 * One tensor of parameters, stored row-major in the flat parameter vector and in model files.
 *
 * @param name name within its layer, such as "weight"; it has no underscore, since DL4J's updater
 *     takes everything before the last underscore for the layer's name
 * @param shape lengths of the axes, outermost first
 * @param initializer how a new network fills the tensor
 */
public record TensorSpec(String name, List<Integer> shape, Initializer initializer) {
  public TensorSpec {
    shape = List.copyOf(shape);
  }

  /** Number of values in the tensor. */
  public int size() {
    int size = 1;
    for (int length : shape) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }

  /** Whether the tensor is a bias, which weight decay leaves alone. */
  public boolean isBias() {
    return name.equals("bias");
  }
}
