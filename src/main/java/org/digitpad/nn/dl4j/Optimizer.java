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

  /** Adam at a rate that rises to {@code peak} and falls again, once over the whole training. */
  record OneCycleAdam(double peak) implements Optimizer {
    @Override
    public IUpdater updater(int steps) {
      return new Adam(new OneCycle(peak, steps));
    }

    @Override
    public double rate() {
      return peak;
    }

    @Override
    public OneCycleAdam withRate(double highest) {
      return new OneCycleAdam(highest);
    }
  }
}
