package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.Softmax;
import org.jspecify.annotations.Nullable;

/**
 * Dense layer with softmax and, for training, the cross-entropy of the right labels:
 * −log(softmax(x·Wᵀ + b)[label]), whose gradient by the logits is softmax − one-hot.
 */
final class SoftmaxKernel extends Kernel {
  private final int inputs;
  private final int classes;
  private final int weightAt;
  private final int biasAt;
  private final float[] logits;
  private final float[] probabilities;
  private final float[] bias;

  SoftmaxKernel(Placed layer, Rows inputRows, int capacity, boolean training) {
    super(Rows.stepMajor(layer.output()), capacity, training);
    inputRows.requireWholeSamples(layer.spec());
    this.inputs = inputRows.shape().features();
    this.classes = ((Softmax) layer.spec()).units();
    this.weightAt = layer.offset();
    this.biasAt = weightAt + classes * inputs;
    this.logits = new float[capacity * classes];
    this.probabilities = new float[capacity * classes];
    this.bias = new float[classes];
  }

  @Override
  void forward(Floats parameters, Floats input, int batch) {
    Blas.multiplyTransposedB(
        batch,
        classes,
        inputs,
        input,
        0,
        inputs,
        parameters,
        weightAt,
        inputs,
        0f,
        output(),
        0,
        classes);
    output().read(0, logits, batch * classes);
    parameters.read(biasAt, bias, classes);
    for (int at = 0; at < batch * classes; at += classes) {
      softmax(at);
    }
    output().write(0, probabilities, batch * classes);
  }

  /** Subtracts the largest logit first, so that no exponential overflows. */
  private void softmax(int at) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < classes; j++) {
      logits[at + j] += bias[j];
      largest = Math.max(largest, logits[at + j]);
    }
    double sum = 0;
    for (int j = 0; j < classes; j++) {
      logits[at + j] -= largest;
      sum += Math.exp(logits[at + j]);
    }
    for (int j = 0; j < classes; j++) {
      probabilities[at + j] = (float) (Math.exp(logits[at + j]) / sum);
    }
  }

  /** Copies the probabilities of the last forward pass, class by class, sample after sample. */
  void probabilities(float[] target, int targetAt, int batch) {
    System.arraycopy(probabilities, 0, target, targetAt, batch * classes);
  }

  /**
   * Cross-entropy of the last forward pass, in nats, summed over the batch; leaves its gradient by
   * the logits for {@link #backward}.
   */
  double loss(int[] labels, int batch) {
    double loss = 0;
    for (int b = 0; b < batch; b++) {
      int right = b * classes + labels[b];
      // log softmax from the shifted logits: exact where the probability itself would round to 0
      double sum = 0;
      for (int j = 0; j < classes; j++) {
        sum += Math.exp(logits[b * classes + j]);
      }
      loss += Math.log(sum) - logits[right];
    }
    System.arraycopy(probabilities, 0, logits, 0, batch * classes);
    for (int b = 0; b < batch; b++) {
      logits[b * classes + labels[b]] -= 1f;
    }
    outputGradient().write(0, logits, batch * classes);
    return loss;
  }

  /** Samples of the last forward pass whose most probable class is their label. */
  int correct(int[] labels, int batch) {
    int correct = 0;
    for (int b = 0; b < batch; b++) {
      int best = 0;
      for (int j = 1; j < classes; j++) {
        if (probabilities[b * classes + j] > probabilities[b * classes + best]) {
          best = j;
        }
      }
      correct += best == labels[b] ? 1 : 0;
    }
    return correct;
  }

  @Override
  void backward(
      Floats parameters, Floats input, Floats gradient, @Nullable Floats inputGradient, int batch) {
    Blas.multiplyTransposedA(
        classes,
        inputs,
        batch,
        outputGradient(),
        0,
        classes,
        input,
        0,
        inputs,
        1f,
        gradient,
        weightAt,
        inputs);
    outputGradient().read(0, logits, batch * classes);
    gradient.read(biasAt, bias, classes);
    Loops.fold(logits, batch * classes, classes, bias, 0);
    gradient.write(biasAt, bias, classes);
    if (inputGradient != null) {
      Blas.multiply(
          batch,
          inputs,
          classes,
          outputGradient(),
          0,
          classes,
          parameters,
          weightAt,
          inputs,
          0f,
          inputGradient,
          0,
          inputs);
    }
  }
}
