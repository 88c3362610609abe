package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Recurrent;
import org.digitpad.nn.kernel.Blas.Transpose;

/**
 * The matrix products of a recurrent layer's gates. The input's contribution to a gate is one
 * product for all steps, and so is each weight gradient; only the recurrent products run step by
 * step. The values of a gate at one step are adjacent, so that element-wise operations run over
 * batch × units values. In a batch of one so are the values of all gates, which are then one
 * product: a call of BLAS takes as long as a product of that size.
 *
 * <p>Parameters: weight [inputs, gates·units], recurrent [units, gates·units], bias [gates·units].
 */
final class GateProducts implements AutoCloseable {
  private final int inputs;
  private final int units;
  private final int steps;
  private final int gates;
  private final int columns;
  private final int weightOffset;
  private final int recurrentOffset;
  private final int biasOffset;

  /**
   * Pre-activations, in the backward pass their gradients: gates × steps × batch × units, and steps
   * × gates × units for a batch of one.
   */
  private final NativeFloatArray preActivations;

  private final NativeFloatArray product;
  private final float[] bias;
  private final float[][] tiledBias;
  private final float[][] biasGradients;

  /** Allocates the memory for {@code capacity} samples. */
  GateProducts(PlacedLayer layer, int capacity) {
    Recurrent spec = (Recurrent) layer.spec();
    int gates = spec.gates();
    this.inputs = layer.input().features();
    this.units = spec.units();
    this.steps = layer.input().steps();
    this.columns = gates * units;
    this.weightOffset = layer.offset();
    this.recurrentOffset = weightOffset + inputs * columns;
    this.biasOffset = recurrentOffset + units * columns;
    this.gates = gates;
    this.preActivations = new NativeFloatArray(steps * capacity * columns);
    this.product = new NativeFloatArray(capacity * units);
    this.bias = new float[columns];
    this.tiledBias = new float[gates][capacity * units];
    this.biasGradients = new float[gates][capacity * units];
  }

  /** The biases of a gate, repeated for each sample: capacity × units. */
  float[] bias(int gate) {
    return tiledBias[gate];
  }

  /** Starts a forward pass: fills all gates at all steps with the input's contribution. */
  void projectInput(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    parameters.read(biasOffset, bias, columns);
    for (int gate = 0; gate < gates; gate++) {
      ElementwiseOps.tile(bias, gate * units, units, tiledBias[gate]);
    }
    int together = together(gates, batch);
    for (int gate = 0; gate < gates; gate += together) {
      Blas.PRODUCT.multiply(
          Transpose.NONE,
          steps * batch,
          together * units,
          inputs,
          input,
          0,
          inputs,
          parameters,
          weightOffset + gate * units,
          columns,
          0f,
          preActivations,
          offset(gate, 0, batch),
          stride(batch));
    }
  }

  /** How many of some successive gates one product computes. */
  private static int together(int count, int batch) {
    return batch == 1 ? count : 1;
  }

  /** Index of the first value of a gate at step t. */
  private int offset(int gate, int t, int batch) {
    return batch == 1 ? t * columns + gate * units : (gate * steps + t) * batch * units;
  }

  /** Values from one row of a gate to the next. */
  private int stride(int batch) {
    return batch == 1 ? columns : units;
  }

  /**
   * Adds the product of states and recurrent weights to successive gates at step t.
   *
   * @param first the first of the gates
   * @param count number of gates
   * @param states holds batch × units values from {@code offset} on
   */
  void addRecurrent(
      NativeFloatArray parameters,
      int first,
      int count,
      NativeFloatArray states,
      int offset,
      int t,
      int batch) {
    int together = together(count, batch);
    for (int gate = first; gate < first + count; gate += together) {
      Blas.PRODUCT.multiply(
          Transpose.NONE,
          batch,
          together * units,
          units,
          states,
          offset,
          units,
          parameters,
          recurrentOffset + gate * units,
          columns,
          1f,
          preActivations,
          offset(gate, t, batch),
          stride(batch));
    }
  }

  /** Copies one gate's pre-activations at step t, without the biases. */
  void read(int gate, int t, float[] target, int batch) {
    preActivations.read(offset(gate, t, batch), target, batch * units);
  }

  /** Starts a backward pass. */
  void clearBiasGradients() {
    for (float[] gradients : biasGradients) {
      Arrays.fill(gradients, 0f);
    }
  }

  /** Stores the gradient of one gate's pre-activations at step t. */
  void writeGradient(int gate, int t, float[] gradient, int batch) {
    preActivations.write(offset(gate, t, batch), gradient, batch * units);
    ElementwiseOps.add(gradient, biasGradients[gate], batch * units);
  }

  /** Stores a zero gradient for one gate at step t. */
  void zeroGradient(int gate, int t, int batch) {
    preActivations.zero(offset(gate, t, batch), batch * units);
  }

  /**
   * Propagates the gradients of the given gates at step t back through their recurrent weights.
   *
   * @param target receives the sum over the gates
   */
  void backpropagateRecurrent(
      NativeFloatArray parameters, int[] through, int t, float[] target, int batch) {
    for (int i = 0; i < through.length; i++) {
      Blas.PRODUCT.multiply(
          Transpose.B,
          batch,
          units,
          units,
          preActivations,
          offset(through[i], t, batch),
          stride(batch),
          parameters,
          recurrentOffset + through[i] * units,
          columns,
          i == 0 ? 0f : 1f,
          product,
          0,
          units);
    }
    product.read(0, target, batch * units);
  }

  /** Adds the gradients of the input weights and of the biases. */
  void addInputWeightGradients(NativeFloatArray input, NativeFloatArray gradient, int batch) {
    gradient.read(biasOffset, bias, columns);
    for (int gate = 0; gate < gates; gate++) {
      Blas.PRODUCT.multiply(
          Transpose.A,
          inputs,
          units,
          steps * batch,
          input,
          0,
          inputs,
          preActivations,
          offset(gate, 0, batch),
          stride(batch),
          1f,
          gradient,
          weightOffset + gate * units,
          columns);
      ElementwiseOps.sumTiles(biasGradients[gate], batch * units, units, bias, gate * units);
    }
    gradient.write(biasOffset, bias, columns);
  }

  /**
   * Adds the gradient of one gate's recurrent weights.
   *
   * @param states what the weights were multiplied by at step 1 and after, from {@code offset} on
   */
  void addRecurrentWeightGradient(
      int gate, NativeFloatArray states, int offset, NativeFloatArray gradient, int batch) {
    if (steps == 1) {
      return;
    }
    Blas.PRODUCT.multiply(
        Transpose.A,
        units,
        units,
        (steps - 1) * batch,
        states,
        offset,
        units,
        preActivations,
        offset(gate, 1, batch),
        stride(batch),
        1f,
        gradient,
        recurrentOffset + gate * units,
        columns);
  }

  /** Overwrites the gradient with respect to the input. */
  void writeInputGradient(NativeFloatArray parameters, NativeFloatArray inputGradient, int batch) {
    for (int gate = 0; gate < gates; gate++) {
      Blas.PRODUCT.multiply(
          Transpose.B,
          steps * batch,
          inputs,
          units,
          preActivations,
          offset(gate, 0, batch),
          stride(batch),
          parameters,
          weightOffset + gate * units,
          columns,
          gate == 0 ? 0f : 1f,
          inputGradient,
          0,
          inputs);
    }
  }

  @Override
  public void close() {
    preActivations.close();
    product.close();
  }
}
