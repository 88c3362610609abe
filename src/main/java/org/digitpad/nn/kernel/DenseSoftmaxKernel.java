package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Softmax;
import org.jspecify.annotations.Nullable;

/**
 * Fully connected layer with softmax over the logits z = x·Wᵀ + b and, for training, the
 * cross-entropy −log(softmax(z)[label]), whose gradient with respect to the logits is softmax −
 * one-hot.
 *
 * <p>Where images may belong to no class, the background class is one more class, whose logit is
 * always 0. Its probability is 1 / (1 + Σ exp z); it needs no parameters and leaves the proportions
 * of the other probabilities unchanged (T. Salimans et al., "Improved techniques for training
 * GANs", NeurIPS 2016, section 5).
 */
final class DenseSoftmaxKernel extends LayerKernel {
  private final int classes;
  private final DenseProducts products;

  /** After a forward pass: each sample's logits minus the largest of them. */
  private final float[] logits;

  private final float[] probabilities;

  /** Each sample's largest logit. */
  private final float[] largest;

  /** log Σ exp z of each sample. */
  private final float[] logSumExp;

  DenseSoftmaxKernel(PlacedLayer layer, BatchLayout inputLayout, int capacity, boolean training) {
    super(BatchLayout.timeMajor(layer.output()), capacity, training);
    inputLayout.requireContiguousSamples(layer.spec());
    this.classes = ((Softmax) layer.spec()).units();
    this.products = new DenseProducts(layer.offset(), layer.input().features(), classes);
    this.logits = new float[capacity * classes];
    this.probabilities = new float[capacity * classes];
    this.largest = new float[capacity];
    this.logSumExp = new float[capacity];
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    products.forward(parameters, input, output(), batch);
    output().read(0, logits, batch * classes);
    float[] bias = products.bias(parameters);
    for (int b = 0; b < batch; b++) {
      softmax(b, bias);
    }
    output().write(0, probabilities, batch * classes);
  }

  private void softmax(int sample, float[] bias) {
    int at = sample * classes;
    for (int j = 0; j < classes; j++) {
      logits[at + j] += bias[j];
    }
    largest[sample] = logits[at + ArgMax.of(logits, at, classes)];
    logSumExp[sample] = softmax(logits, at, classes, largest[sample], probabilities);
  }

  /**
   * Computes the probabilities of one sample. Subtracts the largest logit first, so that no
   * exponential overflows.
   *
   * @param logits from {@code at} on; the largest is subtracted from each
   * @param probabilities receives the results at the same indices
   * @return log Σ exp z
   */
  static float softmax(float[] logits, int at, int classes, float largest, float[] probabilities) {
    double sum = 0;
    for (int j = at; j < at + classes; j++) {
      logits[j] -= largest;
      sum += Math.exp(logits[j]);
    }
    for (int j = at; j < at + classes; j++) {
      probabilities[j] = (float) (Math.exp(logits[j]) / sum);
    }
    return (float) (largest + Math.log(sum));
  }

  /** Copies the probabilities of the last forward pass: batch × classes. */
  void probabilities(float[] target, int targetOffset, int batch) {
    System.arraycopy(probabilities, 0, target, targetOffset, batch * classes);
  }

  /** log Σ exp z of a sample in the last forward pass. */
  float logSumExp(int sample) {
    return logSumExp[sample];
  }

  /**
   * Cross-entropy of the last forward pass, in nats, summed over the batch. Stores its gradient
   * with respect to the logits for {@link #backward}.
   */
  double loss(int[] labels, int batch) {
    double loss = 0;
    for (int b = 0; b < batch; b++) {
      // log softmax from the shifted logits: exact where the probability itself would round to 0
      double sum = 0;
      for (int j = 0; j < classes; j++) {
        sum += Math.exp(logits[b * classes + j]);
      }
      loss += Math.log(sum) - logits[b * classes + labels[b]];
    }
    System.arraycopy(probabilities, 0, logits, 0, batch * classes);
    for (int b = 0; b < batch; b++) {
      logits[b * classes + labels[b]] -= 1f;
    }
    outputGradient().write(0, logits, batch * classes);
    return loss;
  }

  /**
   * Cross-entropy as in {@link #loss}, with the background class as one more class.
   *
   * @param labels classes; {@link NetworkExecutor#BACKGROUND_CLASS}; or {@link
   *     NetworkExecutor#UNFINISHED} and a class, for an image that may as well belong to the
   *     background: its loss leaves the background class out
   */
  double lossWithBackground(int[] labels, int batch) {
    double loss = 0;
    for (int b = 0; b < batch; b++) {
      int label = labels[b];
      if (label >= NetworkExecutor.UNFINISHED) {
        label -= NetworkExecutor.UNFINISHED;
        loss += logSumExp[b] - largest[b] - logits[b * classes + label];
        for (int j = 0, at = b * classes; j < classes; j++, at++) {
          logits[at] = probabilities[at] - (j == label ? 1 : 0);
        }
        continue;
      }
      // log(1 + exp(logSumExp)) and its derivative, so that neither overflows
      double all = Math.max(logSumExp[b], 0) + Math.log1p(Math.exp(-Math.abs(logSumExp[b])));
      float known = (float) Math.exp(logSumExp[b] - all);
      loss += all;
      if (label != NetworkExecutor.BACKGROUND_CLASS) {
        loss -= largest[b] + logits[b * classes + label];
      }
      for (int j = 0, at = b * classes; j < classes; j++, at++) {
        logits[at] = known * probabilities[at] - (j == label ? 1 : 0);
      }
    }
    outputGradient().write(0, logits, batch * classes);
    return loss;
  }

  /** Number of samples of the last forward pass whose most probable class is their label. */
  int correct(int[] labels, int batch) {
    int correct = 0;
    for (int b = 0; b < batch; b++) {
      correct += ArgMax.of(probabilities, b * classes, classes) == labels[b] ? 1 : 0;
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
    products.addWeightGradient(outputGradient(), input, gradient, batch);
    outputGradient().read(0, logits, batch * classes);
    products.addBiasGradient(logits, gradient, batch);
    if (inputGradient != null) {
      products.writeInputGradient(parameters, outputGradient(), inputGradient, batch);
    }
  }
}
