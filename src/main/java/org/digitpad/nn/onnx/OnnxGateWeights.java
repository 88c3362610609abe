package org.digitpad.nn.onnx;

/**
 * Converts a recurrent layer's tensors to ONNX's form: gates in another order, one row per unit,
 * and two biases per gate instead of one.
 *
 * @param units length of the hidden state
 * @param order for each of ONNX's gates, its index among DigitPad's
 */
record OnnxGateWeights(int units, int... order) {
  /** Number of rows of all gates. */
  int rows() {
    return order.length * units;
  }

  /** Converts [inputs, gates·units] to [gates·units, inputs]. */
  float[] transposed(float[] weights, int inputs) {
    float[] converted = new float[weights.length];
    for (int row = 0, at = 0; row < rows(); row++) {
      for (int i = 0; i < inputs; i++) {
        converted[at++] = weights[i * rows() + column(row)];
      }
    }
    return converted;
  }

  /** Converts [gates·units] to [2·gates·units]: the input's biases, then zeros for the state's. */
  float[] bias(float[] biases) {
    float[] converted = new float[2 * biases.length];
    for (int row = 0; row < rows(); row++) {
      converted[row] = biases[column(row)];
    }
    return converted;
  }

  private int column(int row) {
    return order[row / units] * units + row % units;
  }
}
