package org.digitpad.nn.kernel;

import org.digitpad.nn.kernel.Blas.Transpose;

/**
 * The matrix products of a fully connected layer, x·Wᵀ and its gradients, for a batch of vectors.
 *
 * <p>Parameters: weight [units, inputs], bias [units].
 */
final class DenseProducts {
  private final int inputs;
  private final int units;
  private final int weightOffset;
  private final int biasOffset;
  private final float[] bias;

  /**
   * Products of one layer.
   *
   * @param offset index of the layer's first parameter in the flat vector
   */
  DenseProducts(int offset, int inputs, int units) {
    this.inputs = inputs;
    this.units = units;
    this.weightOffset = offset;
    this.biasOffset = offset + units * inputs;
    this.bias = new float[units];
  }

  /** Overwrites {@code output} with x·Wᵀ; the bias is left out. */
  void forward(
      NativeFloatArray parameters, NativeFloatArray input, NativeFloatArray output, int batch) {
    Blas.PRODUCT.multiply(
        Transpose.B,
        batch,
        units,
        inputs,
        input,
        0,
        inputs,
        parameters,
        weightOffset,
        inputs,
        0f,
        output,
        0,
        units);
  }

  /** Reads the bias; the array is valid until the next call of any method. */
  float[] bias(NativeFloatArray parameters) {
    parameters.read(biasOffset, bias, units);
    return bias;
  }

  /** Adds the gradient of the weights. */
  void addWeightGradient(
      NativeFloatArray outputGradient,
      NativeFloatArray input,
      NativeFloatArray gradient,
      int batch) {
    Blas.PRODUCT.multiply(
        Transpose.A,
        units,
        inputs,
        batch,
        outputGradient,
        0,
        units,
        input,
        0,
        inputs,
        1f,
        gradient,
        weightOffset,
        inputs);
  }

  /**
   * Adds the gradient of the bias: the sum over the batch.
   *
   * @param outputGradient batch × units
   */
  void addBiasGradient(float[] outputGradient, NativeFloatArray gradient, int batch) {
    gradient.read(biasOffset, bias, units);
    ElementwiseOps.sumTiles(outputGradient, batch * units, units, bias, 0);
    gradient.write(biasOffset, bias, units);
  }

  /** Overwrites the gradient with respect to the input. */
  void writeInputGradient(
      NativeFloatArray parameters,
      NativeFloatArray outputGradient,
      NativeFloatArray inputGradient,
      int batch) {
    Blas.PRODUCT.multiply(
        Transpose.NONE,
        batch,
        inputs,
        units,
        outputGradient,
        0,
        units,
        parameters,
        weightOffset,
        inputs,
        0f,
        inputGradient,
        0,
        inputs);
  }
}
