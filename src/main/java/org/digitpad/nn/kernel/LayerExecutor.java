package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;

/**
 * One layer's kernel alone, with plain arrays of [batch, steps, features] at its border: what a
 * framework or a test calls. Serves one thread.
 */
public final class LayerExecutor implements AutoCloseable {
  private final Placed layer;
  private final int capacity;
  private final BatchLayout inputRows;
  private final NativeFloatArray parameters;
  private final NativeFloatArray gradient;
  private final NativeFloatArray input;
  private final NativeFloatArray inputGradient;
  private final LayerKernel kernel;
  private int batch;

  /**
   * Takes the memory for {@code capacity} samples.
   *
   * @param inputShape shape of one sample before the layer
   */
  public LayerExecutor(LayerSpec spec, Shape inputShape, int capacity) {
    Blas.singleThreaded();
    this.layer = new Placed(spec, inputShape, spec.output(inputShape), 0);
    this.capacity = capacity;
    this.inputRows = BatchLayout.wantedBy(spec, inputShape);
    this.parameters = new NativeFloatArray(layer.parameters());
    this.gradient = new NativeFloatArray(layer.parameters());
    this.input = new NativeFloatArray(inputRows.size(capacity));
    this.inputGradient = new NativeFloatArray(inputRows.size(capacity));
    this.kernel = NetworkExecutor.create(layer, inputRows, capacity, true);
  }

  public int capacity() {
    return capacity;
  }

  public Shape inputShape() {
    return layer.input();
  }

  /**
   * Computes the output.
   *
   * @param values the layer's parameters, flat
   * @param samples batch × steps × features
   * @return batch × steps × features behind the layer
   * @throws IllegalArgumentException if the arrays do not fit the layer and its capacity
   */
  public float[] forward(float[] values, float[] samples) {
    int size = layer.input().size();
    if (samples.length == 0 || samples.length % size != 0 || samples.length / size > capacity) {
      throw new IllegalArgumentException(
          "%d numbers are not 1 to %d samples of %d".formatted(samples.length, capacity, size));
    }
    if (values.length != layer.parameters()) {
      throw new IllegalArgumentException(
          "got %d parameters, not %d".formatted(values.length, layer.parameters()));
    }
    batch = samples.length / size;
    parameters.write(0, values, values.length);
    copyIn(samples, input, inputRows);
    kernel.forward(parameters, input, batch);
    return copyOut(kernel.output(), kernel.outputRows());
  }

  /**
   * Gradients of a loss by the parameters and by the input of the last forward pass.
   *
   * @param outputGradient gradient of the loss by the output, batch × steps × features
   * @param parameterGradient receives the gradient by the parameters
   * @return gradient by the input, batch × steps × features
   */
  public float[] backward(float[] outputGradient, float[] parameterGradient) {
    gradient.zero(0, gradient.length());
    copyIn(outputGradient, kernel.outputGradient(), kernel.outputRows());
    kernel.backward(parameters, input, gradient, inputGradient, batch);
    gradient.read(0, parameterGradient, parameterGradient.length);
    return copyOut(inputGradient, inputRows);
  }

  private void copyIn(float[] samples, NativeFloatArray target, BatchLayout rows) {
    int features = rows.shape().features();
    target.zero(0, rows.size(batch));
    for (int b = 0, at = 0; b < batch; b++) {
      for (int t = 0; t < rows.shape().steps(); t++, at += features) {
        target.write(rows.offset(b, t, batch), samples, at, features);
      }
    }
  }

  private float[] copyOut(NativeFloatArray source, BatchLayout rows) {
    int features = rows.shape().features();
    float[] samples = new float[batch * rows.shape().size()];
    for (int b = 0, at = 0; b < batch; b++) {
      for (int t = 0; t < rows.shape().steps(); t++, at += features) {
        source.read(rows.offset(b, t, batch), samples, at, features);
      }
    }
    return samples;
  }

  @Override
  public void close() {
    kernel.close();
    parameters.close();
    gradient.close();
    input.close();
    inputGradient.close();
  }
}
