package org.digitpad.bench;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.kernel.NativeFloatArray;
import org.digitpad.nn.kernel.NetworkExecutor;


import java.util.SplittableRandom;

/** A network with seeded parameters and images, to run on one thread. */
final class NetworkWorkload implements AutoCloseable {
  private final int batch;
  private final NetworkExecutor executor;
  private final NativeFloatArray parameters;
  private final NativeFloatArray gradient;

  NetworkWorkload(Architecture architecture, int batch) {
    Blas.singleThreaded();
    this.batch = batch;
    this.executor = new NetworkExecutor(architecture, batch, true);
    this.parameters = new NativeFloatArray(architecture.parameterCount());
    this.gradient = new NativeFloatArray(architecture.parameterCount());
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[architecture.parameterCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-0.15, 0.15);
    }
    parameters.write(0, values, values.length);
    for (int i = 0; i < executor.images().length; i++) {
      // a fifth of MNIST's pixels are ink
      executor.images()[i] = Math.max(0f, (float) random.nextDouble(-4, 1));
    }
    for (int b = 0; b < batch; b++) {
      executor.setLabel(b, b % architecture.classCount());
    }
  }

  void forward() {
    executor.forward(parameters, batch);
  }

  double forwardAndBackward() {
    executor.forward(parameters, batch);
    double loss = executor.loss(batch);
    gradient.zero(0, gradient.length());
    executor.backward(parameters, gradient, batch);
    return loss;
  }

  /** Floating-point operations of a forward and a backward pass for one image. */
  static double flops(Architecture architecture) {
    double forward = 0;
    for (PlacedLayer layer : architecture.placedLayers()) {
      forward += forward(layer);
    }
    // the backward pass has one product for the weight gradient and one for the input gradient
    return 3 * forward;
  }

  private static double forward(PlacedLayer layer) {
    int in = layer.input().features();
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Conv1D conv) {
      return 2.0 * layer.output().steps() * conv.kernelSize() * in * conv.filters();
    } else if (spec instanceof LayerSpec.Recurrent recurrent) {
      int units = recurrent.units();
      return 2.0 * layer.input().steps() * recurrent.gates() * units * (in + units);
    } else if (spec instanceof LayerSpec.Dense dense) {
      return 2.0 * layer.input().size() * dense.units();
    } else if (spec instanceof LayerSpec.Softmax softmax) {
      return 2.0 * in * softmax.units();
    }
    return 0;
  }

  @Override
  public void close() {
    executor.close();
    parameters.close();
    gradient.close();
  }
}
