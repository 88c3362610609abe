package org.digitpad.nn.dl4j;

import org.nd4j.linalg.learning.config.Adam;

/**
 * How a training step changes the weights. Checkpoints store the {@link Object#toString text} of an
 * optimizer, and compare it when training resumes: it must stay the same.
 */
public sealed interface Optimizer {
  /**
   * Configures DL4J's updater for one training.
   *
   * @param steps steps of the whole training, which a learning rate schedule spans
   */
  Adam updater(int steps);

  /** The learning rate; its maximum where it changes over the training. */
  double learningRate();

  /** The same optimizer with another {@linkplain #learningRate() learning rate}. */
  Optimizer withLearningRate(double learningRate);

  /** Weight decay: the share of each weight that a step subtracts at a learning rate of 1. */
  default double weightDecay() {
    return 0;
  }

  /** Euclidean norm to which longer gradients are clipped. */
  default double maxGradientNorm() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Adam with a constant learning rate.
   *
   * <p>Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015.
   */
  record FixedRateAdam(double learningRate) implements Optimizer {
    @Override
    public Adam updater(int steps) {
      return new Adam(learningRate);
    }

    @Override
    public FixedRateAdam withLearningRate(double other) {
      return new FixedRateAdam(other);
    }

    @Override
    public String toString() {
      return "FixedRateAdam[rate=" + learningRate + "]";
    }
  }

  /**
   * AdamW with a one-cycle learning rate schedule and gradient clipping.
   *
   * <p>Sources: R. Pascanu, T. Mikolov, Y. Bengio, "On the difficulty of training recurrent neural
   * networks", ICML 2013, algorithm 1; I. Loshchilov, F. Hutter, "Decoupled weight decay
   * regularization", ICLR 2019, algorithm 2.
   *
   * @param learningRate maximum of the schedule
   * @param weightDecay share of each weight that a step subtracts at a learning rate of 1; biases
   *     do not decay
   * @param maxGradientNorm Euclidean norm to which longer gradients are clipped
   */
  record OneCycleAdamW(double learningRate, double weightDecay, double maxGradientNorm)
      implements Optimizer {
    @Override
    public Adam updater(int steps) {
      return new Adam(new OneCycleSchedule(learningRate, steps));
    }

    @Override
    public OneCycleAdamW withLearningRate(double other) {
      return new OneCycleAdamW(other, weightDecay, maxGradientNorm);
    }

    @Override
    public String toString() {
      return "OneCycleAdamW[peak="
          + learningRate
          + ", decay="
          + weightDecay
          + ", longest="
          + maxGradientNorm
          + "]";
    }
  }
}
