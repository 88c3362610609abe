package org.digitpad.nn.dl4j;

import java.util.ArrayList;
import java.util.List;
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
import org.nd4j.linalg.learning.config.Adam;

/**
 * A network in training. DL4J configures, initializes and updates it; the kernels, which work on
 * DL4J's own parameter vector, compute the gradients.
 *
 * <p>A batch is split into shards of a size that depends on the network and the kernels of BLAS,
 * each with its own gradient vector. Workers take shards in any order, and the gradients are added
 * in the order of the shards. So the same seed gives the same weights, bit for bit, whatever the
 * number of threads.
 */
public final class TrainableNetwork implements AutoCloseable {
  // small enough for all workers to finish a batch at about the same time
  private static final int SHARD_SIZE = 32;
  private static final int SMALL_SHARD_SIZE = 16;

  private final Architecture architecture;
  private final int shardSize;
  private final boolean backgroundClass;
  private final MultiLayerNetwork network;
  private final ParameterUpdater updater;
  private final NativeFloatArray parameters;
  private final NativeFloatArray gradients;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Shard> shards = new ArrayList<>();
  private final List<NativeFloatArray> shardGradients = new ArrayList<>();
  private final WorkerPool pool;
  private int iteration;

  /**
   * Results of one training step, before its update.
   *
   * @param loss cross-entropy in nats, summed over the batch
   * @param classified number of images that belong to a class
   * @param correct number of these that the network classified correctly
   */
  public record StepResult(double loss, int classified, int correct) {}

  /**
   * Initializes a network.
   *
   * @param backgroundClass whether images may belong to none of the classes ({@link
   *     Batch#BACKGROUND_CLASS}), which the network then learns to recognize
   * @param seed seed of the initial parameters
   * @param steps steps of the whole training, for the learning rate schedule
   * @param threads number of threads that share a batch
   */
  public TrainableNetwork(
      Architecture architecture,
      Optimizer optimizer,
      boolean backgroundClass,
      long seed,
      int steps,
      int threads) {
    this.architecture = architecture;
    this.backgroundClass = backgroundClass;
    NativeLibraries.loadForTraining();
    this.shardSize = shardSize(architecture);
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    Adam config = optimizer.updater(steps);
    this.network =
        new MultiLayerNetwork(NetworkConfigurations.of(architecture, config, seed, DataType.FLOAT));
    network.init();
    Blas.singleThreaded();
    network.initGradientsView();
    this.parameters = wrap(network.params());
    this.gradients = wrap(network.getFlattenedGradients());
    this.updater =
        new ParameterUpdater(
            architecture, optimizer, config, network.params(), network.getFlattenedGradients());
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker());
    }
    this.pool = new WorkerPool(threads);
  }

  private static NativeFloatArray wrap(INDArray vector) {
    Pointer memory = vector.data().pointer();
    return NativeFloatArray.wrap(memory, (int) vector.length());
  }

  /** Bytes outside of the heap that the gradients of a batch take at most; loads no BLAS. */
  public static long gradientBytes(Architecture architecture, int batchSize) {
    int smallest = architecture.isRecurrent() ? SMALL_SHARD_SIZE : SHARD_SIZE;
    int shards = (batchSize - 1) / smallest + 1;
    return (long) shards * architecture.parameterCount() * Float.BYTES;
  }

  /**
   * Images in a shard. Recurrent layers leave the second-level cache with larger ones, but they
   * need BLAS's kernels for small matrices; the gradients of dense layers are so large that adding
   * up many shards takes long.
   */
  private static int shardSize(Architecture architecture) {
    return architecture.isRecurrent() && Blas.hasSmallMatrixKernels()
        ? SMALL_SHARD_SIZE
        : SHARD_SIZE;
  }

  public Architecture architecture() {
    return architecture;
  }

  /**
   * Takes one step of the optimizer on a batch.
   *
   * @throws IllegalStateException if an image cannot be computed, with the reason as the cause
   */
  public StepResult step(Batch batch) {
    int count = (batch.size() - 1) / shardSize + 1;
    while (shards.size() < count) {
      shards.add(new Shard());
      shardGradients.add(shards.get(shards.size() - 1).gradient);
    }
    pool.share(count, (worker, i) -> workers.get(worker).run(batch, i * shardSize, shards.get(i)));
    double loss = 0;
    int classified = 0;
    int correct = 0;
    for (Shard shard : shards.subList(0, count)) {
      loss += shard.loss;
      classified += shard.classified;
      correct += shard.correct;
    }
    updater.apply(iteration, shardGradients.subList(0, count), 1f / batch.size(), pool);
    iteration++;
    return new StepResult(loss, classified, correct);
  }

  /** A copy of the parameters, flat, as {@link Architecture} orders them. */
  public float[] parameters() {
    return parameters.toArray();
  }

  /** Number of steps since the start of training. */
  public int iteration() {
    return iteration;
  }

  /** A copy of the optimizer's state: with Adam, two values per parameter. */
  public float[] optimizerState() {
    return updater.state().toFloatVector();
  }

  /**
   * Restores the state of another network's training.
   *
   * @param values what its {@link #parameters()} returned
   * @param state what its {@link #optimizerState()} returned
   * @param iterations what its {@link #iteration()} returned
   * @throws IllegalArgumentException if the network has another architecture
   */
  public void restore(float[] values, float[] state, int iterations) {
    if (values.length != parameters.length() || state.length != updater.state().length()) {
      throw new IllegalArgumentException(
          "%d parameters and %d values of optimizer state do not fit %s, which has %d and %d"
              .formatted(
                  values.length,
                  state.length,
                  architecture.name(),
                  parameters.length(),
                  updater.state().length()));
    }
    parameters.write(0, values, values.length);
    updater.state().assign(Nd4j.createFromArray(state).reshape(updater.state().shape()));
    iteration = iterations;
  }

  @Override
  public void close() {
    pool.close();
    workers.forEach(Worker::close);
    shards.forEach(shard -> shard.gradient.close());
    // not network.close(), which runs the garbage collector twice and so freezes a window for half
    // a second
    for (INDArray memory :
        List.of(network.params(), network.getFlattenedGradients(), updater.state())) {
      if (memory.closeable()) {
        memory.close();
      }
    }
  }

  /** Gradient and results of one shard. */
  private final class Shard {
    private final NativeFloatArray gradient = new NativeFloatArray(gradients.length());
    private double loss;
    private int classified;
    private int correct;
  }

  /** One thread's executor. */
  private final class Worker implements AutoCloseable {
    private final NetworkExecutor executor = new NetworkExecutor(architecture, shardSize, true);
    private final NativeFloatArray parametersView = wrap(network.params());
    private final int imageSize = architecture.input().size();

    void run(Batch batch, int from, Shard shard) {
      int size = Math.min(shardSize, batch.size() - from);
      shard.classified = 0;
      for (int i = 0; i < size; i++) {
        int label = batch.label(from + i);
        batch.copyImage(from + i, executor.images(), i * imageSize);
        executor.setLabel(i, label);
        shard.classified += label >= 0 && label < Batch.UNFINISHED ? 1 : 0;
      }
      executor.forward(parametersView, size);
      shard.loss = backgroundClass ? executor.lossWithBackground(size) : executor.loss(size);
      shard.correct = executor.correct(size);
      shard.gradient.zero(0, shard.gradient.length());
      executor.backward(parametersView, shard.gradient, size);
    }

    @Override
    public void close() {
      executor.close();
    }
  }
}
