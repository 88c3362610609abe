package org.digitpad.nn.kernel;

import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;

/**
 * A trained network that classifies images in batches, without ND4J and its start-up time. Only one
 * thread may use it.
 */
public final class BatchClassifier implements AutoCloseable {
  // the fastest of those that were tried, see docs/figures.md for the Conv-GRU
  private static final int SMALL_RECURRENT_BATCH = 32;
  private static final int RECURRENT_BATCH = 128;
  private static final int DENSE_BATCH = 256;

  private final int classes;
  private final NativeFloatArray parameters;
  private final NetworkExecutor executor;

  /**
   * Creates a classifier with a copy of the parameters.
   *
   * @param parameters flat, as {@link Architecture} orders them
   * @param capacity maximum number of images in a batch
   * @throws IllegalArgumentException if the number of parameters is not the network's
   */
  public BatchClassifier(Architecture architecture, float[] parameters, int capacity) {
    if (parameters.length != architecture.parameterCount()) {
      throw new IllegalArgumentException(
          "%s has %d parameters, not %d"
              .formatted(architecture.name(), architecture.parameterCount(), parameters.length));
    }
    Blas.singleThreaded();
    this.classes = architecture.classCount();
    this.parameters = new NativeFloatArray(parameters.length);
    this.parameters.write(0, parameters, parameters.length);
    this.executor = new NetworkExecutor(architecture, capacity, false);
  }

  /**
   * The batch size at which a network classifies most images per second: as large as OpenBLAS's
   * kernels like it, but such that the activations of recurrent layers stay in the cache.
   */
  public static int fastestBatchSize(Architecture architecture) {
    if (!architecture.isRecurrent()) {
      return DENSE_BATCH;
    }
    return Blas.hasSmallMatrixKernels() ? SMALL_RECURRENT_BATCH : RECURRENT_BATCH;
  }

  /** Maximum number of images in a batch. */
  public int capacity() {
    return executor.capacity();
  }

  /** The batch for {@link #classify}, for the caller to fill: one image after another. */
  public float[] images() {
    return executor.images();
  }

  /** log Σ exp of the logits of the first image in the last batch. */
  float logSumExp() {
    return executor.logSumExp(0);
  }

  /**
   * Classifies the first {@code batch} images.
   *
   * @return batch × classes probabilities
   * @throws BadInputException if the parameters are so large that the result is not a number
   */
  public float[] classify(int batch) {
    float[] probabilities = new float[batch * classes];
    executor.forward(parameters, batch);
    executor.probabilities(probabilities, 0, batch);
    // an infinite or undefined logit of an image makes all its probabilities undefined
    for (int image = 0; image < batch; image++) {
      if (Float.isNaN(probabilities[image * classes])) {
        throw new BadInputException(Messages.get("nn.kernel.notFinite"));
      }
    }
    return probabilities;
  }

  @Override
  public void close() {
    executor.close();
    parameters.close();
  }
}
