package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.jspecify.annotations.Nullable;

/**
 * Max pooling over steps. Its input is batch-major and its output time-major: turning the output of
 * convolutions into the input of recurrent layers costs nothing extra here.
 */
final class MaxPool1DKernel extends LayerKernel {
  private final int poolSize;
  private final int steps;
  private final int features;
  private final BatchLayout inputLayout;

  /** One sample by position in the window: row t of array k is the k-th step of window t. */
  private final float[][] windows;

  private final float[] maxima;
  private final float[] gradient;
  private final float[] given;

  private final float[] sample;
  private final float[] sampleGradient;
  private final float[] pooled;
  private final float[] pooledGradient;

  MaxPool1DKernel(PlacedLayer layer, BatchLayout inputLayout, int capacity, boolean training) {
    super(BatchLayout.timeMajor(layer.output()), capacity, training);
    inputLayout.requireOrder(BatchLayout.Order.BATCH_MAJOR, layer.spec());
    this.poolSize = ((MaxPool1D) layer.spec()).poolSize();
    this.steps = layer.output().steps();
    this.features = layer.output().features();
    this.inputLayout = inputLayout;
    this.windows = new float[poolSize][steps * features];
    this.maxima = new float[steps * features];
    this.gradient = new float[steps * features];
    this.given = new float[steps * features];
    this.sample = new float[inputLayout.size(1)];
    this.sampleGradient = new float[inputLayout.size(1)];
    this.pooled = new float[outputLayout().size(capacity)];
    this.pooledGradient = new float[outputLayout().size(capacity)];
  }

  @Override
  void forward(NativeFloatArray parameters, NativeFloatArray input, int batch) {
    for (int b = 0; b < batch; b++) {
      readWindows(input, b, batch);
      findMaxima();
      for (int t = 0; t < steps; t++) {
        System.arraycopy(
            maxima, t * features, pooled, outputLayout().offset(b, t, batch), features);
      }
    }
    output().write(0, pooled, outputLayout().size(batch));
  }

  private void readWindows(NativeFloatArray input, int b, int batch) {
    input.read(inputLayout.offset(b, 0, batch), sample, steps * poolSize * features);
    for (int k = 0; k < poolSize; k++) {
      for (int t = 0; t < steps; t++) {
        System.arraycopy(sample, (t * poolSize + k) * features, windows[k], t * features, features);
      }
    }
  }

  private void findMaxima() {
    System.arraycopy(windows[0], 0, maxima, 0, maxima.length);
    for (int k = 1; k < poolSize; k++) {
      ElementwiseOps.max(windows[k], maxima, maxima.length);
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
    outputGradient().read(0, pooledGradient, outputLayout().size(batch));
    for (int b = 0; b < batch; b++) {
      readWindows(input, b, batch);
      findMaxima();
      for (int t = 0; t < steps; t++) {
        System.arraycopy(
            pooledGradient, outputLayout().offset(b, t, batch), gradient, t * features, features);
      }
      distributeGradient();
      // rows after the last window stay zero
      inputGradient.write(inputLayout.offset(b, 0, batch), sampleGradient, sampleGradient.length);
    }
  }

  /** Passes each gradient to the first step of its window that is the maximum. */
  private void distributeGradient() {
    for (int k = 0; k < poolSize; k++) {
      ElementwiseOps.maxGradient(windows[k], maxima, gradient, given, given.length);
      ElementwiseOps.subtract(given, gradient, given.length);
      for (int t = 0; t < steps; t++) {
        System.arraycopy(
            given, t * features, sampleGradient, (t * poolSize + k) * features, features);
      }
    }
  }
}
