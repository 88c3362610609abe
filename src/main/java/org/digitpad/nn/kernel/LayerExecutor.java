package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;

/**
 * Runs the kernel of a single layer on plain arrays of [batch, steps, features], for a framework or
 * a test. Only one thread may use it.
 */
public final class LayerExecutor implements AutoCloseable {
  private final PlacedLayer layer;
  private final int capacity;
  private final BatchLayout inputLayout;
  private final NativeFloatArray parameters;
  private final NativeFloatArray gradient;
  private final NativeFloatArray input;
  private final NativeFloatArray inputGradient;
  private final LayerKernel kernel;
  private int batch;

  /**
   * Allocates the memory for {@code capacity} samples.
   *
   * @param inputShape shape of the layer's input for one sample
   */
  public LayerExecutor(LayerSpec spec, Shape inputShape, int capacity) {
    Blas.singleThreaded();
    this.layer = new PlacedLayer(spec, inputShape, spec.output(inputShape), 0);
    this.capacity = capacity;
    this.inputLayout = BatchLayout.ofFirstLayer(spec, inputShape);
    this.parameters = new NativeFloatArray(layer.parameterCount());
    this.gradient = new NativeFloatArray(layer.parameterCount());
    this.input = new NativeFloatArray(inputLayout.size(capacity));
    this.inputGradient = new NativeFloatArray(inputLayout.size(capacity));
    this.kernel = LayerKernel.of(layer, inputLayout, capacity, true);
  }

  /** Maximum number of samples in a batch. */
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
   * @param samples batch × steps × features of the input
   * @return batch × steps × features of the output
   * @throws IllegalArgumentException if the arrays do not fit the layer and its capacity
   */
  public float[] forward(float[] values, float[] samples) {
    int size = layer.input().size();
    if (samples.length == 0 || samples.length % size != 0 || samples.length / size > capacity) {
      throw new IllegalArgumentException(
          "%d values are not 1 to %d samples of %d".formatted(samples.length, capacity, size));
    }
    if (values.length != layer.parameterCount()) {
      throw new IllegalArgumentException(
          "got %d parameters, not %d".formatted(values.length, layer.parameterCount()));
    }
    batch = samples.length / size;
    parameters.write(0, values, values.length);
    copyIn(inputLayout, samples, input);
    kernel.forward(parameters, input, batch);
    return kernel.outputLayout().copyOut(kernel.output(), batch);
  }

  /**
   * Computes the gradients of a loss for the last forward pass.
   *
   * @param outputGradient gradient with respect to the output, batch × steps × features
   * @param parameterGradient receives the gradient with respect to the parameters
   * @return gradient with respect to the input, batch × steps × features
   */
  public float[] backward(float[] outputGradient, float[] parameterGradient) {
    gradient.zero(0, gradient.length());
    copyIn(kernel.outputLayout(), outputGradient, kernel.outputGradient());
    kernel.backward(parameters, input, gradient, inputGradient, batch);
    gradient.read(0, parameterGradient, parameterGradient.length);
    return inputLayout.copyOut(inputGradient, batch);
  }

  /** Copies samples into a layout and zeros its padding. */
  private void copyIn(BatchLayout layout, float[] samples, NativeFloatArray target) {
    target.zero(0, layout.size(batch));
    layout.copyIn(samples, target, batch);
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
