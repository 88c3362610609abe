package org.digitpad.nn.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.kernel.NativeFloatArray;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * Applies an optimizer's steps to a network's flat parameter vector at once, where DL4J's own
 * updater works layer by layer. Workers share a long vector; the result is the same, as each value
 * is computed by itself.
 */
final class ParameterUpdater {
  /** Values that one worker updates at a time, whose shards' gradients fit into its cache. */
  private static final int SLICE = 1 << 15;

  private final Adam config;
  private final double maxGradientNorm;
  private final NativeFloatArray gradientMemory;
  private final INDArray state;
  private final List<Slice> slices = new ArrayList<>();

  /** A part of the parameters. */
  private final class Slice {
    private final int from;
    private final NativeFloatArray sum;

    /** This slice of each gradient that is added up. */
    private final List<NativeFloatArray> parts = new ArrayList<>();

    private final INDArray parameters;
    private final INDArray gradient;
    private final AdamUpdater updater = new AdamUpdater(config);

    /** The parts of the weights, without biases, that this slice holds. */
    private final List<DecayingWeights> decaying = new ArrayList<>();

    Slice(INDArray allParameters, INDArray allGradients, int from, int to) {
      long all = allParameters.length();
      this.from = from;
      this.sum = gradientMemory.slice(from, to - from);
      this.parameters = allParameters.get(NDArrayIndex.interval(from, to));
      this.gradient = allGradients.get(NDArrayIndex.interval(from, to));
      INDArray moments = state.reshape(2 * all);
      updater.setState(
          Map.of(
              AdamUpdater.M_STATE,
              moments.get(NDArrayIndex.interval(from, to)),
              AdamUpdater.V_STATE,
              moments.get(NDArrayIndex.interval(all + from, all + to))),
          false);
    }

    void addUp(List<NativeFloatArray> gradients, float factor) {
      sum.zero(0, sum.length());
      for (int i = 0; i < gradients.size(); i++) {
        if (parts.size() == i) {
          parts.add(gradients.get(i).slice(from, sum.length()));
        }
        Blas.add(factor, parts.get(i), sum);
      }
    }

    void apply(double factor, int iteration) {
      if (factor != 1) {
        gradient.muli(factor);
      }
      updater.applyUpdater(gradient, iteration, 0);
      double learningRate = config.getLearningRate(iteration, 0);
      decaying.forEach(weights -> weights.addDecay(learningRate, iteration));
      parameters.subi(gradient);
    }
  }

  /** Weights that decay, and their part of the gradient, which then holds the step. */
  private record DecayingWeights(WeightDecay decay, INDArray weights, INDArray step) {
    void addDecay(double learningRate, int iteration) {
      decay.apply(weights, step, learningRate, iteration, 0);
    }
  }

  /**
   * Prepares the steps of one training.
   *
   * @param config what {@link Optimizer#updater} returned
   * @param parameters changed by each step
   * @param gradient memory for the gradient of each step
   */
  ParameterUpdater(
      Architecture architecture,
      Optimizer optimizer,
      Adam config,
      INDArray parameters,
      INDArray gradient) {
    this.config = config;
    this.maxGradientNorm = optimizer.maxGradientNorm();
    this.gradientMemory = NativeFloatArray.wrap(gradient.data().pointer(), (int) gradient.length());
    this.state = Nd4j.zeros(DataType.FLOAT, 1, config.stateSize(gradient.length()));
    int length = architecture.parameterCount();
    INDArray allParameters = parameters.reshape(length);
    INDArray allGradients = gradient.reshape(length);
    for (int from = 0; from < length; from += SLICE) {
      int to = Math.min(from + SLICE, length);
      Slice slice = new Slice(allParameters, allGradients, from, to);
      if (optimizer.weightDecay() != 0) {
        for (PlacedTensor tensor : architecture.tensors()) {
          int start = Math.max(from, tensor.offset());
          int end = Math.min(to, tensor.offset() + tensor.spec().size());
          if (start < end && !tensor.spec().isBias()) {
            slice.decaying.add(
                new DecayingWeights(
                    new WeightDecay(optimizer.weightDecay(), true),
                    allParameters.get(NDArrayIndex.interval(start, end)),
                    allGradients.get(NDArrayIndex.interval(start, end))));
          }
        }
      }
      slices.add(slice);
    }
  }

  /** The optimizer's state, such as Adam's moments; shared, not copied. */
  INDArray state() {
    return state;
  }

  /**
   * Takes one step.
   *
   * @param iteration number of steps before this one
   * @param gradients are added up in their order; the same ones, or the first of them, each time
   * @param scale factor of their sum
   * @param pool shares the work
   */
  void apply(int iteration, List<NativeFloatArray> gradients, float scale, WorkerPool pool) {
    if (Double.isInfinite(maxGradientNorm)) {
      share(
          pool,
          slice -> {
            slice.addUp(gradients, scale);
            slice.apply(1, iteration);
          });
      return;
    }
    share(pool, slice -> slice.addUp(gradients, scale));
    // ND4J's own norm takes longer than computing all gradients
    double norm = Blas.norm(gradientMemory);
    double factor = norm > maxGradientNorm ? maxGradientNorm / norm : 1;
    share(pool, slice -> slice.apply(factor, iteration));
  }

  /** Waking other workers for a single slice would take longer than the work. */
  private void share(WorkerPool pool, Consumer<Slice> work) {
    if (slices.size() == 1) {
      work.accept(slices.get(0));
    } else {
      pool.share(slices.size(), (worker, i) -> work.accept(slices.get(i)));
    }
  }
}
