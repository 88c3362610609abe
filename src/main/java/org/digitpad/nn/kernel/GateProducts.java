package org.digitpad.nn.kernel;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture.Placed;

/**
 * The matrix products that recurrent layers share. The input's share of every gate at every step is
 * one product per gate, as is every weight gradient; only the recurrent products are made step by
 * step. Each gate has its own block of memory, so that element-wise passes run over batch × units
 * numbers in a row.
 *
 * <p>Parameters: weight [inputs, gates·units], recurrent [units, gates·units], bias [gates·units].
 */
final class GateProducts implements AutoCloseable {
  private final int inputs;
  private final int units;
  private final int steps;
  private final int columns;
  private final int weightAt;
  private final int recurrentAt;
  private final int biasAt;

  /** Pre-activations of each gate for all steps; in the backward pass, their gradients. */
  private final NativeFloatArray[] blocks;

  private final NativeFloatArray product;
  private final float[] bias;
  private final float[][] tiledBias;
  private final float[][] biasSums;

  GateProducts(Placed layer, int gates, int units, int capacity) {
    this.inputs = layer.input().features();
    this.units = units;
    this.steps = layer.input().steps();
    this.columns = gates * units;
    this.weightAt = layer.offset();
    this.recurrentAt = weightAt + inputs * columns;
    this.biasAt = recurrentAt + units * columns;
    this.blocks = new NativeFloatArray[gates];
    for (int gate = 0; gate < gates; gate++) {
      blocks[gate] = new NativeFloatArray(steps * capacity * units);
    }
    this.product = new NativeFloatArray(capacity * units);
    this.bias = new float[columns];
    this.tiledBias = new float[gates][capacity * units];
    this.biasSums = new float[gates][capacity * units];
  }

  /** One bias of a gate for each sample and unit of a step. */
  float[] bias(int gate) {
    return tiledBias[gate];
  }

  /** Starts a forward pass: fills all gates at all steps with the input's share. */
  void projectInput(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    parameters.read(biasAt, bias, columns);
    for (int gate = 0; gate < blocks.length; gate++) {
      ElementwiseOps.tile(bias, gate * units, units, tiledBias[gate]);
      Blas.multiply(
          steps * batch,
          units,
          inputs,
          input,
          0,
          inputs,
          parameters,
          weightAt + gate * units,
          columns,
          0f,
          blocks[gate],
          0,
          units);
    }
  }

  /** Adds the product of {@code rows}, from {@code from}, to one gate at step t. */
  void addRecurrent(
      NativeFloatArray parameters, int gate, NativeFloatArray rows, int from, int t, int batch) {
    Blas.multiply(
        batch,
        units,
        units,
        rows,
        from,
        units,
        parameters,
        recurrentAt + gate * units,
        columns,
        1f,
        blocks[gate],
        t * batch * units,
        units);
  }

  /** Copies one gate's pre-activations at step t, biases left out. */
  void read(int gate, int t, float[] target, int batch) {
    blocks[gate].read(t * batch * units, target, batch * units);
  }

  /** Starts a backward pass. */
  void clearBiasSums() {
    for (float[] sums : biasSums) {
      Arrays.fill(sums, 0f);
    }
  }

  /** Stores the gradient of one gate's pre-activations at step t. */
  void writeGradient(int gate, int t, float[] gradient, int batch) {
    blocks[gate].write(t * batch * units, gradient, batch * units);
    ElementwiseOps.add(gradient, biasSums[gate], batch * units);
  }

  /** Says that one gate had no effect at step t. */
  void zeroGradient(int gate, int t, int batch) {
    blocks[gate].zero(t * batch * units, batch * units);
  }

  /** Sums the gradients of the given gates at step t, back through their recurrent weights. */
  void backThroughRecurrent(
      NativeFloatArray parameters, int[] gates, int t, float[] target, int batch) {
    for (int i = 0; i < gates.length; i++) {
      Blas.multiplyTransposedB(
          batch,
          units,
          units,
          blocks[gates[i]],
          t * batch * units,
          units,
          parameters,
          recurrentAt + gates[i] * units,
          columns,
          i == 0 ? 0f : 1f,
          product,
          0,
          units);
    }
    product.read(0, target, batch * units);
  }

  /** Adds the gradients of the input's weights and of the biases. */
  void addInputWeightGradients(NativeFloatArray input, NativeFloatArray gradient, int batch) {
    gradient.read(biasAt, bias, columns);
    for (int gate = 0; gate < blocks.length; gate++) {
      Blas.multiplyTransposedA(
          inputs,
          units,
          steps * batch,
          input,
          0,
          inputs,
          blocks[gate],
          0,
          units,
          1f,
          gradient,
          weightAt + gate * units,
          columns);
      ElementwiseOps.fold(biasSums[gate], batch * units, units, bias, gate * units);
    }
    gradient.write(biasAt, bias, columns);
  }

  /**
   * Adds the gradient of one gate's recurrent weights; {@code rows} were their input from step 1.
   */
  void addRecurrentGradient(
      int gate, NativeFloatArray rows, int from, NativeFloatArray gradient, int batch) {
    if (steps == 1) {
      return;
    }
    Blas.multiplyTransposedA(
        units,
        units,
        (steps - 1) * batch,
        rows,
        from,
        units,
        blocks[gate],
        batch * units,
        units,
        1f,
        gradient,
        recurrentAt + gate * units,
        columns);
  }

  /** Overwrites the gradient of the input. */
  void inputGradient(NativeFloatArray parameters, NativeFloatArray inputGradient, int batch) {
    for (int gate = 0; gate < blocks.length; gate++) {
      Blas.multiplyTransposedB(
          steps * batch,
          inputs,
          units,
          blocks[gate],
          0,
          units,
          parameters,
          weightAt + gate * units,
          columns,
          gate == 0 ? 0f : 1f,
          inputGradient,
          0,
          inputs);
    }
  }

  @Override
  public void close() {
    for (NativeFloatArray block : blocks) {
      block.close();
    }
    product.close();
  }
}
