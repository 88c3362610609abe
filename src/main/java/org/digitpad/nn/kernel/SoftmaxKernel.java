package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.Softmax;
import org.jspecify.annotations.Nullable;

/**
 * Dense layer with softmax over the logits z = x·Wᵀ + b and, for training, the cross-entropy of the
 * right labels: −log(softmax(z)[label]), whose gradient by the logits is softmax − one-hot.
 *
 * <p>Where images may belong to no class at all, that is one more class, whose logit is always 0:
 * it has the probability 1 / (1 + Σ exp z), needs no parameters, and leaves the classes'
 * probabilities among themselves as they are (T. Salimans et al., "Improved techniques for training
 * GANs", NeurIPS 2016, section 5).
 */
final class SoftmaxKernel extends LayerKernel {
  private final int inputs;
  private final int classes;
  private final int weightAt;
  private final int biasAt;
  private final float[] logits;
  private final float[] probabilities;

  /** Each sample's largest logit, which its logits are less. */
  private final float[] largest;

  /** log Σ exp z of each sample. */
  private final float[] evidence;

  private final float[] bias;

  SoftmaxKernel(Placed layer, BatchLayout inputRows, int capacity, boolean training) {
    super(BatchLayout.stepMajor(layer.output()), capacity, training);
    inputRows.requireWholeSamples(layer.spec());
    this.inputs = inputRows.shape().features();
    this.classes = ((Softmax) layer.spec()).units();
    this.weightAt = layer.offset();
    this.biasAt = weightAt + classes * inputs;
    this.logits = new float[capacity * classes];
    this.probabilities = new float[capacity * classes];
    this.largest = new float[capacity];
    this.evidence = new float[capacity];
    this.bias = new float[classes];
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
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
    for (int b = 0; b < batch; b++) {
      softmax(b);
    }
    output().write(0, probabilities, batch * classes);
  }

  /** Subtracts the largest logit first, so that no exponential overflows. */
  private void softmax(int sample) {
    int at = sample * classes;
    float most = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < classes; j++) {
      logits[at + j] += bias[j];
      most = Math.max(most, logits[at + j]);
    }
    double sum = 0;
    for (int j = 0; j < classes; j++) {
      logits[at + j] -= most;
      sum += Math.exp(logits[at + j]);
    }
    largest[sample] = most;
    evidence[sample] = (float) (most + Math.log(sum));
    for (int j = 0; j < classes; j++) {
      probabilities[at + j] = (float) (Math.exp(logits[at + j]) / sum);
    }
  }

  /** Copies the probabilities of the last forward pass, class by class, sample after sample. */
  void probabilities(float[] target, int targetAt, int batch) {
    System.arraycopy(probabilities, 0, target, targetAt, batch * classes);
  }

  /** log Σ exp z of a sample in the last forward pass. */
  float evidence(int sample) {
    return evidence[sample];
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

  /**
   * Cross-entropy as {@link #loss} gives it, with one more class for images that belong to none.
   *
   * @param labels classes, or {@link NetworkExecutor#NO_CLASS}
   */
  double openLoss(int[] labels, int batch) {
    double loss = 0;
    for (int b = 0; b < batch; b++) {
      // log(1 + exp(evidence)) and its derivative, so that neither overflows
      double all = Math.max(evidence[b], 0) + Math.log1p(Math.exp(-Math.abs(evidence[b])));
      float known = (float) Math.exp(evidence[b] - all);
      loss += all;
      if (labels[b] != NetworkExecutor.NO_CLASS) {
        loss -= largest[b] + logits[b * classes + labels[b]];
      }
      for (int j = 0, at = b * classes; j < classes; j++, at++) {
        logits[at] = known * probabilities[at] - (j == labels[b] ? 1 : 0);
      }
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
      NativeFloatArray parameters,
      NativeFloatArray input,
      NativeFloatArray gradient,
      @Nullable NativeFloatArray inputGradient,
      int batch) {
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
    ElementwiseOps.fold(logits, batch * classes, classes, bias, 0);
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
