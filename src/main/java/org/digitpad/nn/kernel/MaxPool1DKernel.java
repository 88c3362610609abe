package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.jspecify.annotations.Nullable;

/**
 * Largest of each run of steps. Reads rows of a sample side by side and writes rows of a step side
 * by side: the turn from convolutions to recurrent layers costs nothing extra here.
 */
final class MaxPool1DKernel implements Kernel {
  private final int width;
  private final int steps;
  private final int features;
  private final Rows inputRows;
  private final Rows outputRows;
  private final Floats output;
  private final Floats outputGradient;
  private final float[] sample;
  private final float[] sampleGradient;
  private final float[] pooled;
  private final float[] pooledGradient;

  MaxPool1DKernel(Placed layer, Rows inputRows, int capacity, boolean training) {
    if (inputRows.order() != Rows.Order.SAMPLE_MAJOR) {
      throw new IllegalArgumentException(
          layer.spec().name() + " needs the rows of a sample side by side");
    }
    this.width = ((MaxPool1D) layer.spec()).width();
    this.steps = layer.output().steps();
    this.features = layer.output().features();
    this.inputRows = inputRows;
    this.outputRows = Rows.stepMajor(layer.output());
    this.output = new Floats(outputRows.size(capacity));
    this.outputGradient = new Floats(training ? outputRows.size(capacity) : 0);
    this.sample = new float[inputRows.size(1)];
    this.sampleGradient = new float[inputRows.size(1)];
    this.pooled = new float[outputRows.size(capacity)];
    this.pooledGradient = new float[outputRows.size(capacity)];
  }

  @Override
  public Rows outputRows() {
    return outputRows;
  }

  @Override
  public Floats output() {
    return output;
  }

  @Override
  public Floats outputGradient() {
    return outputGradient;
  }

  @Override
  public void forward(Floats parameters, Floats input, int batch) {
    for (int b = 0; b < batch; b++) {
      input.read(inputRows.offset(b, 0, batch), sample, steps * width * features);
      for (int t = 0; t < steps; t++) {
        int to = outputRows.offset(b, t, batch);
        int from = t * width * features;
        System.arraycopy(sample, from, pooled, to, features);
        for (int k = 1; k < width; k++) {
          int next = from + k * features;
          for (int j = 0; j < features; j++) {
            pooled[to + j] = Math.max(pooled[to + j], sample[next + j]);
          }
        }
      }
    }
    output.write(0, pooled, outputRows.size(batch));
  }

  @Override
  public void backward(
      Floats parameters, Floats input, Floats gradient, @Nullable Floats inputGradient, int batch) {
    if (inputGradient == null) {
      return;
    }
    outputGradient.read(0, pooledGradient, outputRows.size(batch));
    for (int b = 0; b < batch; b++) {
      input.read(inputRows.offset(b, 0, batch), sample, steps * width * features);
      for (int t = 0; t < steps; t++) {
        backToLargest(outputRows.offset(b, t, batch), t * width * features);
      }
      // Rows behind the last run keep the zeros that they were made with.
      inputGradient.write(inputRows.offset(b, 0, batch), sampleGradient, sampleGradient.length);
    }
  }

  /** Gives each pooled gradient to the first step of its run that was the largest. */
  private void backToLargest(int pooledAt, int from) {
    for (int j = 0; j < features; j++) {
      float rest = pooledGradient[pooledAt + j];
      float largest = pooled[pooledAt + j];
      for (int k = 0; k < width; k++) {
        int at = from + k * features + j;
        float given = sample[at] == largest ? rest : 0f;
        sampleGradient[at] = given;
        rest -= given;
      }
    }
  }

  @Override
  public void close() {
    output.close();
    outputGradient.close();
  }
}
