package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture;

/**
 * A trained network that reads images, without ND4J and its start-up time. Serves one thread at a
 * time.
 */
public final class Classifier implements AutoCloseable {
  private final int classes;
  private final NativeFloatArray parameters;
  private final NetworkExecutor replica;

  /**
   * Copies the parameters.
   *
   * @param parameters flat, as {@link Architecture} orders them
   * @param capacity images that can be read at once
   * @throws IllegalArgumentException if the number of parameters is not the network's
   */
  public Classifier(Architecture architecture, float[] parameters, int capacity) {
    if (parameters.length != architecture.parameters()) {
      throw new IllegalArgumentException(
          "%s has %d parameters, not %d"
              .formatted(architecture.name(), architecture.parameters(), parameters.length));
    }
    Blas.singleThreaded();
    this.classes = architecture.classes();
    this.parameters = new NativeFloatArray(parameters.length);
    this.parameters.write(0, parameters, parameters.length);
    this.replica = new NetworkExecutor(architecture, capacity, false);
  }

  /**
   * Reads one image.
   *
   * @param pixels 784 values from 0 (paper) to 1 (ink), row-major
   * @return ten probabilities
   */
  public float[] classify(float[] pixels) {
    System.arraycopy(pixels, 0, replica.images(), 0, pixels.length);
    return classifyBatch(1);
  }

  public int capacity() {
    return replica.capacity();
  }

  /** The batch that {@link #classifyBatch} reads, to be filled: images behind each other. */
  public float[] images() {
    return replica.images();
  }

  /**
   * log Σ exp of the logits that {@link #classify} just found: how much speaks for any class at
   * all.
   */
  public float evidence() {
    return replica.evidence(0);
  }

  /** Reads the first {@code batch} images; returns batch × classes probabilities. */
  public float[] classifyBatch(int batch) {
    float[] probabilities = new float[batch * classes];
    replica.forward(parameters, batch);
    replica.probabilities(probabilities, 0, batch);
    return probabilities;
  }

  @Override
  public void close() {
    replica.close();
    parameters.close();
  }
}
