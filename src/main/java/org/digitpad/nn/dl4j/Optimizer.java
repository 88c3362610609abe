package org.digitpad.nn.dl4j;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/** How weights follow their gradients. */
public sealed interface Optimizer {
  /**
   * DL4J's name for this optimiser, planned for a training.
   *
   * @param steps batches in the whole training
   */
  IUpdater updater(int steps);

  /** The highest rate that it reaches. */
  double rate();

  /** The same optimiser with another highest rate. */
  Optimizer withRate(double highest);

  /** Share of each weight that it loses in a step at a rate of 1. */
  default double decay() {
    return 0;
  }

  /** Length of the gradient above which it is scaled down to it. */
  default double longest() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Adam at one rate.
   *
   * <p>Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015.
   */
  record FixedRateAdam(double rate) implements Optimizer {
    @Override
    public IUpdater updater(int steps) {
      return new Adam(rate);
    }

    @Override
    public FixedRateAdam withRate(double highest) {
      return new FixedRateAdam(highest);
    }
  }

  /**
   * Adam at a rate that rises to {@code peak} and falls again, once over the whole training, with
   * the gradient's length limited and the weights decaying apart from it.
   *
   * <p>Sources: R. Pascanu, T. Mikolov, Y. Bengio, "On the difficulty of training recurrent neural
   * networks", ICML 2013, algorithm 1; I. Loshchilov, F. Hutter, "Decoupled weight decay
   * regularization", ICLR 2019, algorithm 2.
   *
   * @param peak the highest rate
   * @param decay share of each weight that it loses in a step at a rate of 1; biases lose nothing
   * @param longest length of the gradient above which it is scaled down to it
   */
  record OneCycleAdamW(double peak, double decay, double longest) implements Optimizer {
    @Override
    public IUpdater updater(int steps) {
      return new Adam(new OneCycleSchedule(peak, steps));
    }

    @Override
    public double rate() {
      return peak;
    }

    @Override
    public OneCycleAdamW withRate(double highest) {
      return new OneCycleAdamW(highest, decay, longest);
    }
  }
}
