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
 * Applies an optimizer's steps to a network's flat parameter vector at once, where DL4J's own
 * updater works layer by layer.
 */
final class ParameterUpdater {
  private final IUpdater config;
  private final GradientUpdater<?> updater;
  private final double maxGradientNorm;
  private final INDArray parameters;
  private final INDArray gradient;
  private final NativeFloatArray gradientMemory;
  private final INDArray state;
  private final List<DecayingTensor> decayingTensors;

  /** A tensor with weight decay, and its part of the gradient, which then holds the step. */
  private record DecayingTensor(WeightDecay decay, INDArray weights, INDArray step) {
    void addDecay(double learningRate, int iteration) {
      decay.apply(weights, step, learningRate, iteration, 0);
    }
  }

  /**
   * Prepares the steps of one training.
   *
   * @param config what {@link Optimizer#updater} returned
   * @param parameters changed by each step
   * @param gradient read by each step, and overwritten
   */
  ParameterUpdater(
      Architecture architecture,
      Optimizer optimizer,
      IUpdater config,
      INDArray parameters,
      INDArray gradient) {
    this.config = config;
    this.maxGradientNorm = optimizer.maxGradientNorm();
    this.parameters = parameters.reshape(parameters.length());
    this.gradient = gradient.reshape(gradient.length());
    this.gradientMemory = NativeFloatArray.wrap(gradient.data().pointer(), (int) gradient.length());
    this.state = Nd4j.zeros(DataType.FLOAT, 1, config.stateSize(gradient.length()));
    this.updater = config.instantiate(state, true);
    this.decayingTensors =
        optimizer.weightDecay() == 0
            ? List.of()
            : architecture.tensors().stream()
                .filter(tensor -> !tensor.spec().isBias())
                .map(
                    tensor -> {
                      var part =
                          NDArrayIndex.interval(
                              tensor.offset(), tensor.offset() + tensor.spec().size());
                      return new DecayingTensor(
                          new WeightDecay(optimizer.weightDecay(), true),
                          this.parameters.get(part),
                          this.gradient.get(part));
                    })
                .toList();
  }

  /** The optimizer's state, such as Adam's moments; shared, not copied. */
  INDArray state() {
    return state;
  }

  /**
   * Takes one step.
   *
   * @param iteration number of steps before this one
   */
  void apply(int iteration) {
    // ND4J's own norm takes longer than computing all gradients
    double norm = Double.isFinite(maxGradientNorm) ? Blas.norm(gradientMemory) : 0;
    if (norm > maxGradientNorm) {
      gradient.muli(maxGradientNorm / norm);
    }
    updater.applyUpdater(gradient.reshape(1, gradient.length()), iteration, 0);
    double learningRate = config.getLearningRate(iteration, 0);
    decayingTensors.forEach(tensor -> tensor.addDecay(learningRate, iteration));
    parameters.subi(gradient);
  }
}
