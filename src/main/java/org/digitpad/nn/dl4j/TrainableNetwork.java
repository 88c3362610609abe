package org.digitpad.nn.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.kernel.Floats;
import org.digitpad.nn.kernel.Replica;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network under training. DL4J configures, initialises and updates it; the gradients come from
 * the kernels, which work on DL4J's own parameter vector.
 *
 * <p>A batch is cut into shards of a fixed size, each with a gradient vector of its own. Workers
 * take shards as they come, and the gradients are added in the order of the shards: the same seed
 * gives the same weights, bit for bit, whatever the number of threads.
 */
public final class TrainableNetwork implements AutoCloseable {
  /** Samples in a shard: four shards in the usual batch, each still a good size for BLAS. */
  private static final int SHARD = 32;

  private final Architecture architecture;
  private final MultiLayerNetwork network;
  private final Gradient gradient;
  private final Floats parameters;
  private final Floats gradients;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Shard> shards = new ArrayList<>();
  private final ExecutorService executor;
  private int iteration;

  /**
   * What one step saw.
   *
   * @param loss cross-entropy in nats, summed over the batch, before the update
   * @param correct images that the network read right, before the update
   */
  public record StepResult(double loss, int correct) {}

  /**
   * Initialises a network.
   *
   * @param seed seed of the initial parameters
   * @param steps batches in the whole training, for the optimiser's plan
   * @param threads workers that share a batch
   */
  public TrainableNetwork(
      Architecture architecture, Optimizer optimizer, long seed, int steps, int threads) {
    this.architecture = architecture;
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    this.network =
        new MultiLayerNetwork(
            Configurations.of(architecture, optimizer.updater(steps), seed, DataType.FLOAT));
    network.init();
    Blas.singleThreaded();
    network.initGradientsView();
    this.gradient = gradient(network);
    this.parameters = wrap(network.params());
    this.gradients = wrap(network.getFlattenedGradients());
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker());
    }
    this.executor =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "digitpad-training");
              thread.setDaemon(true);
              return thread;
            });
  }

  private static Gradient gradient(MultiLayerNetwork network) {
    Gradient gradient = new DefaultGradient(network.getFlattenedGradients());
    for (int i = 0; i < network.getnLayers(); i++) {
      INDArray view = network.getLayer(i).getGradientsViewArray();
      if (view == null) {
        continue;
      }
      Map<String, INDArray> views =
          network
              .getLayer(i)
              .conf()
              .getLayer()
              .initializer()
              .getGradientsFromFlattened(network.getLayer(i).conf(), view);
      for (Map.Entry<String, INDArray> entry : views.entrySet()) {
        gradient.setGradientFor(i + "_" + entry.getKey(), entry.getValue());
      }
    }
    return gradient;
  }

  private static Floats wrap(INDArray vector) {
    Pointer memory = vector.data().pointer();
    return Floats.wrap(memory, (int) vector.length());
  }

  public Architecture architecture() {
    return architecture;
  }

  /** Takes one step of the optimiser on a batch. */
  public StepResult step(Samples samples) {
    int count = (samples.size() + SHARD - 1) / SHARD;
    while (shards.size() < count) {
      shards.add(new Shard());
    }
    AtomicInteger next = new AtomicInteger();
    List<Callable<Object>> tasks = new ArrayList<>();
    for (Worker worker : workers.subList(0, Math.min(workers.size(), count))) {
      tasks.add(
          () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              worker.run(samples, i * SHARD, shards.get(i));
            }
            return samples;
          });
    }
    runAll(tasks);
    double loss = 0;
    int correct = 0;
    gradients.zero(0, gradients.length());
    for (Shard shard : shards.subList(0, count)) {
      Blas.add(gradients.length(), shard.gradient, gradients);
      loss += shard.loss;
      correct += shard.correct;
    }
    update(samples.size());
    return new StepResult(loss, correct);
  }

  private void update(int batch) {
    network
        .getUpdater()
        .update(network, gradient, iteration, 0, batch, LayerWorkspaceMgr.noWorkspaces());
    network.params().subi(gradient.gradient());
    iteration++;
  }

  private void runAll(List<Callable<Object>> tasks) {
    try {
      for (Future<Object> task : executor.invokeAll(tasks)) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in the middle of a training step", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a training step failed", e.getCause());
    }
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
    return network.getUpdater().getStateViewArray().toFloatVector();
  }

  /**
   * Continues where another network was when it gave these values.
   *
   * @throws IllegalArgumentException if they come from a network of another architecture
   */
  public void restore(float[] values, float[] optimizerState, int iterations) {
    long stateLength = network.getUpdater().getStateViewArray().length();
    if (values.length != parameters.length() || optimizerState.length != stateLength) {
      throw new IllegalArgumentException(
          "%d parameters and %d numbers of optimiser state do not fit %s, which has %d and %d"
              .formatted(
                  values.length,
                  optimizerState.length,
                  architecture.name(),
                  parameters.length(),
                  stateLength));
    }
    parameters.write(0, values, values.length);
    network.getUpdater().getStateViewArray().assign(Nd4j.createFromArray(optimizerState));
    iteration = iterations;
  }

  @Override
  public void close() {
    executor.shutdownNow();
    awaitWorkers();
    workers.forEach(Worker::close);
    shards.forEach(shard -> shard.gradient.close());
    network.close();
  }

  /** After an interrupted step workers may still be busy with memory that is about to go. */
  private void awaitWorkers() {
    boolean interrupted = false;
    boolean terminated = false;
    while (!terminated) {
      try {
        terminated = executor.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gradient and results of one part of a batch. */
  private final class Shard {
    private final Floats gradient = new Floats(gradients.length());
    private double loss;
    private int correct;
  }

  /** One thread's kernels. */
  private final class Worker implements AutoCloseable {
    private final Replica replica = new Replica(architecture, SHARD, true);
    private final Floats parametersView = wrap(network.params());
    private final int imageSize = architecture.input().size();

    void run(Samples samples, int from, Shard shard) {
      int batch = Math.min(SHARD, samples.size() - from);
      for (int i = 0; i < batch; i++) {
        samples.image(from + i, replica.images(), i * imageSize);
        replica.setLabel(i, samples.label(from + i));
      }
      replica.forward(parametersView, batch);
      shard.loss = replica.loss(batch);
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
