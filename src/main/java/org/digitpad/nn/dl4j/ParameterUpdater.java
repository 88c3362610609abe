package org.digitpad.nn.dl4j;

import java.util.List;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.kernel.NativeFloatArray;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * Takes an optimiser's steps on a network's flat parameter vector: one vector for all layers, where
 * DL4J's network-wide updater would do the same layer by layer.
 */
final class ParameterUpdater {
  private final IUpdater plan;
  private final GradientUpdater<?> updater;
  private final double longest;
  private final INDArray parameters;
  private final INDArray gradient;
  private final NativeFloatArray gradientMemory;
  private final INDArray state;
  private final List<Decaying> decaying;

  /** A tensor that decays, and its part of the gradient, which then holds the step. */
  private record Decaying(WeightDecay decay, INDArray weights, INDArray step) {
    void add(double rate, int iteration) {
      decay.apply(weights, step, rate, iteration, 0);
    }
  }

  /**
   * Prepares the steps of a training.
   *
   * @param plan what {@link Optimizer#updater} returned
   * @param parameters changed by each step
   * @param gradient read by each step, and overwritten
   */
  ParameterUpdater(
      Architecture architecture,
      Optimizer optimizer,
      IUpdater plan,
      INDArray parameters,
      INDArray gradient) {
    this.plan = plan;
    this.longest = optimizer.longest();
    this.parameters = parameters.reshape(parameters.length());
    this.gradient = gradient.reshape(gradient.length());
    this.gradientMemory = NativeFloatArray.wrap(gradient.data().pointer(), (int) gradient.length());
    this.state = Nd4j.zeros(DataType.FLOAT, 1, plan.stateSize(gradient.length()));
    this.updater = plan.instantiate(state, true);
    this.decaying =
        optimizer.decay() == 0
            ? List.of()
            : architecture.tensors().stream()
                .filter(tensor -> !tensor.spec().isBias())
                .map(
                    tensor -> {
                      var part =
                          NDArrayIndex.interval(
                              tensor.offset(), tensor.offset() + tensor.spec().size());
                      return new Decaying(
                          new WeightDecay(optimizer.decay(), true),
                          this.parameters.get(part),
                          this.gradient.get(part));
                    })
                .toList();
  }

  /** Numbers that the optimiser keeps from step to step; shared, not copied. */
  INDArray state() {
    return state;
  }

  /**
   * Takes one step.
   *
   * @param iteration steps taken before
   */
  void apply(int iteration) {
    // ND4J's own norm takes longer than all the gradients do
    double length = Double.isFinite(longest) ? Blas.norm(gradientMemory) : 0;
    if (length > longest) {
      gradient.muli(longest / length);
    }
    updater.applyUpdater(gradient.reshape(1, gradient.length()), iteration, 0);
    double rate = plan.getLearningRate(iteration, 0);
    decaying.forEach(tensor -> tensor.add(rate, iteration));
    parameters.subi(gradient);
  }
}
