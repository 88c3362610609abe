package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.jspecify.annotations.Nullable;

/**
 * Largest of each run of steps. Reads rows of a sample side by side and writes rows of a step side
 * by side: the turn from convolutions to recurrent layers costs nothing extra here.
 */
final class MaxPool1DKernel extends LayerKernel {
  private final int width;
  private final int steps;
  private final int features;
  private final BatchLayout inputRows;

  /** The k-th steps of all of a sample's runs below each other, and what belongs to them. */
  private final float[][] runs;

  private final float[] largest;
  private final float[] gradient;
  private final float[] given;

  private final float[] sample;
  private final float[] sampleGradient;
  private final float[] pooled;
  private final float[] pooledGradient;

  MaxPool1DKernel(Placed layer, BatchLayout inputRows, int capacity, boolean training) {
    super(BatchLayout.stepMajor(layer.output()), capacity, training);
    inputRows.require(BatchLayout.Order.SAMPLE_MAJOR, layer.spec());
    this.width = ((MaxPool1D) layer.spec()).width();
    this.steps = layer.output().steps();
    this.features = layer.output().features();
    this.inputRows = inputRows;
    this.runs = new float[width][steps * features];
    this.largest = new float[steps * features];
    this.gradient = new float[steps * features];
    this.given = new float[steps * features];
    this.sample = new float[inputRows.size(1)];
    this.sampleGradient = new float[inputRows.size(1)];
    this.pooled = new float[outputRows().size(capacity)];
    this.pooledGradient = new float[outputRows().size(capacity)];
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    for (int b = 0; b < batch; b++) {
      readRuns(input, b, batch);
      findLargest();
      for (int t = 0; t < steps; t++) {
        System.arraycopy(largest, t * features, pooled, outputRows().offset(b, t, batch), features);
      }
    }
    output().write(0, pooled, outputRows().size(batch));
  }

  private void readRuns(NativeFloatArray input, int b, int batch) {
    input.read(inputRows.offset(b, 0, batch), sample, steps * width * features);
    for (int k = 0; k < width; k++) {
      for (int t = 0; t < steps; t++) {
        System.arraycopy(sample, (t * width + k) * features, runs[k], t * features, features);
      }
    }
  }

  private void findLargest() {
    System.arraycopy(runs[0], 0, largest, 0, largest.length);
    for (int k = 1; k < width; k++) {
      ElementwiseOps.max(runs[k], largest, largest.length);
    }
  }

  @Override
  void backward(
      NativeFloatArray parameters,
      NativeFloatArray input,
      NativeFloatArray parameterGradient,
      @Nullable NativeFloatArray inputGradient,
      int batch) {
    if (inputGradient == null) {
      return;
    }
    outputGradient().read(0, pooledGradient, outputRows().size(batch));
    for (int b = 0; b < batch; b++) {
      readRuns(input, b, batch);
      findLargest();
      for (int t = 0; t < steps; t++) {
        System.arraycopy(
            pooledGradient, outputRows().offset(b, t, batch), gradient, t * features, features);
      }
      backToLargest();
      // Rows behind the last run keep the zeros that they were made with.
      inputGradient.write(inputRows.offset(b, 0, batch), sampleGradient, sampleGradient.length);
    }
  }

  /** Gives each gradient to the first step of its run that was the largest. */
  private void backToLargest() {
    for (int k = 0; k < width; k++) {
      ElementwiseOps.backToLargest(runs[k], largest, gradient, given, given.length);
      ElementwiseOps.subtract(given, gradient, given.length);
      for (int t = 0; t < steps; t++) {
        System.arraycopy(given, t * features, sampleGradient, (t * width + k) * features, features);
      }
    }
  }
}
