package org.digitpad.nn.onnx;

/**
 * Brings a recurrent layer's tensors into ONNX's form: gates in another order, one row a unit, and
 * two biases a gate, of which ours has one.
 *
 * @param units length of the state
 * @param order for each of ONNX's gates, its place among ours
 */
record OnnxGateWeights(int units, int... order) {
  /** Rows of all gates. */
  int rows() {
    return order.length * units;
  }

  /** From [inputs, gates·units] to [gates·units, inputs]. */
  float[] transposed(float[] ours, int inputs) {
    float[] theirs = new float[ours.length];
    for (int row = 0, at = 0; row < rows(); row++) {
      for (int i = 0; i < inputs; i++) {
        theirs[at++] = ours[i * rows() + column(row)];
      }
    }
    return theirs;
  }

  /** From [gates·units] to [2·gates·units]: the biases of the input, then zeros for the state's. */
  float[] bias(float[] ours) {
    float[] theirs = new float[2 * ours.length];
    for (int row = 0; row < rows(); row++) {
      theirs[row] = ours[column(row)];
    }
    return theirs;
  }

  private int column(int row) {
    return order[row / units] * units + row % units;
  }
}
