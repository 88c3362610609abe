package org.digitpad.nn.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.kernel.NativeFloatArray;
import org.digitpad.nn.kernel.NativeLibraries;
import org.digitpad.nn.kernel.NetworkExecutor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A network under training. DL4J configures, initialises and updates it; the gradients come from
 * the kernels, which work on DL4J's own parameter vector.
 *
 * <p>A batch is cut into shards of a fixed size, each with a gradient vector of its own. Workers
 * take shards as they come, and the gradients are added in the order of the shards: the same seed
 * gives the same weights, bit for bit, whatever the number of threads.
 */
public final class TrainableNetwork implements AutoCloseable {
  /** Samples in a shard: eight in the usual batch, small enough for workers to end together. */
  private static final int SHARD = 16;

  private final Architecture architecture;
  private final boolean open;
  private final MultiLayerNetwork network;
  private final ParameterUpdater update;
  private final NativeFloatArray parameters;
  private final NativeFloatArray gradients;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Shard> shards = new ArrayList<>();
  private final WorkerPool team;
  private int iteration;

  /**
   * What one step saw.
   *
   * @param loss cross-entropy in nats, summed over the batch, before the update
   * @param classified images that belong to a class
   * @param correct those of them that the network read right, before the update
   */
  public record StepResult(double loss, int classified, int correct) {}

  /**
   * Initialises a network.
   *
   * @param open whether images may belong to no class, which the network then learns to tell; if
   *     not, it is trained on the classes' cross-entropy alone
   * @param seed seed of the initial parameters
   * @param steps batches in the whole training, for the optimiser's plan
   * @param threads workers that share a batch
   */
  public TrainableNetwork(
      Architecture architecture,
      Optimizer optimizer,
      boolean open,
      long seed,
      int steps,
      int threads) {
    this.architecture = architecture;
    this.open = open;
    NativeLibraries.loadForTraining();
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    IUpdater plan = optimizer.updater(steps);
    this.network =
        new MultiLayerNetwork(NetworkConfigurations.of(architecture, plan, seed, DataType.FLOAT));
    network.init();
    Blas.singleThreaded();
    network.initGradientsView();
    this.parameters = wrap(network.params());
    this.gradients = wrap(network.getFlattenedGradients());
    this.update =
        new ParameterUpdater(
            architecture, optimizer, plan, network.params(), network.getFlattenedGradients());
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker());
    }
    this.team = new WorkerPool(threads);
  }

  private static NativeFloatArray wrap(INDArray vector) {
    Pointer memory = vector.data().pointer();
    return NativeFloatArray.wrap(memory, (int) vector.length());
  }

  public Architecture architecture() {
    return architecture;
  }

  /**
   * Takes one step of the optimiser on a batch.
   *
   * @throws IllegalStateException if the samples cannot be made, with the reason as the cause
   */
  public StepResult step(Batch samples) {
    int count = (samples.size() + SHARD - 1) / SHARD;
    while (shards.size() < count) {
      shards.add(new Shard());
    }
    AtomicInteger next = new AtomicInteger();
    team.run(
        worker -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            workers.get(worker).run(samples, i * SHARD, shards.get(i));
          }
        });
    double loss = 0;
    int classified = 0;
    int correct = 0;
    gradients.zero(0, gradients.length());
    for (Shard shard : shards.subList(0, count)) {
      Blas.add(gradients.length(), 1f / samples.size(), shard.gradient, gradients);
      loss += shard.loss;
      classified += shard.classified;
      correct += shard.correct;
    }
    update.apply(iteration);
    iteration++;
    return new StepResult(loss, classified, correct);
  }

  /** A copy of the parameters, flat, as {@link Architecture} orders them. */
  public float[] parameters() {
    return parameters.toArray();
  }

  /** Steps taken since the start of training. */
  public int iteration() {
    return iteration;
  }

  /** A copy of the optimiser's state: with Adam, two numbers a parameter. */
  public float[] optimizerState() {
    return update.state().toFloatVector();
  }

  /**
   * Continues where another network was when it gave these values.
   *
   * @throws IllegalArgumentException if they come from a network of another architecture
   */
  public void restore(float[] values, float[] state, int iterations) {
    if (values.length != parameters.length() || state.length != update.state().length()) {
      throw new IllegalArgumentException(
          "%d parameters and %d numbers of optimiser state do not fit %s, which has %d and %d"
              .formatted(
                  values.length,
                  state.length,
                  architecture.name(),
                  parameters.length(),
                  update.state().length()));
    }
    parameters.write(0, values, values.length);
    update.state().assign(Nd4j.createFromArray(state).reshape(update.state().shape()));
    iteration = iterations;
  }

  @Override
  public void close() {
    team.close();
    workers.forEach(Worker::close);
    shards.forEach(shard -> shard.gradient.close());
    // not network.close(), which collects garbage twice: half a second in which a window stands
    // still
    for (INDArray memory :
        List.of(network.params(), network.getFlattenedGradients(), update.state())) {
      if (memory.closeable()) {
        memory.close();
      }
    }
  }

  /** Gradient and results of one part of a batch. */
  private final class Shard {
    private final NativeFloatArray gradient = new NativeFloatArray(gradients.length());
    private double loss;
    private int classified;
    private int correct;
  }

  /** One thread's kernels. */
  private final class Worker implements AutoCloseable {
    private final NetworkExecutor replica = new NetworkExecutor(architecture, SHARD, true);
    private final NativeFloatArray parametersView = wrap(network.params());
    private final int imageSize = architecture.input().size();

    void run(Batch samples, int from, Shard shard) {
      int batch = Math.min(SHARD, samples.size() - from);
      shard.classified = 0;
      for (int i = 0; i < batch; i++) {
        int label = samples.label(from + i);
        samples.image(from + i, replica.images(), i * imageSize);
        replica.setLabel(i, label);
        shard.classified += label == Batch.NO_CLASS ? 0 : 1;
      }
      replica.forward(parametersView, batch);
      shard.loss = open ? replica.openLoss(batch) : replica.loss(batch);
      shard.correct = replica.correct(batch);
      shard.gradient.zero(0, shard.gradient.length());
      replica.backward(parametersView, shard.gradient, batch);
    }

    @Override
    public void close() {
      replica.close();
    }
  }
}
