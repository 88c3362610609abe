package org.digitpad.bench;

import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.kernel.NativeFloatArray;
import org.digitpad.nn.kernel.NetworkExecutor;

import java.util.SplittableRandom;

/** A network with seeded parameters and images, ready to run on one thread. */
final class Work implements AutoCloseable {
  private final int batch;
  private final NetworkExecutor replica;
  private final NativeFloatArray parameters;
  private final NativeFloatArray gradient;

  Work(Architecture architecture, int batch) {
    Blas.singleThreaded();
    this.batch = batch;
    this.replica = new NetworkExecutor(architecture, batch, true);
    this.parameters = new NativeFloatArray(architecture.parameters());
    this.gradient = new NativeFloatArray(architecture.parameters());
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[architecture.parameters()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-0.15, 0.15);
    }
    parameters.write(0, values, values.length);
    for (int i = 0; i < replica.images().length; i++) {
      // a fifth of MNIST's pixels is ink
      replica.images()[i] = Math.max(0f, (float) random.nextDouble(-4, 1));
    }
    for (int b = 0; b < batch; b++) {
      replica.setLabel(b, b % architecture.classes());
    }
  }

  void forward() {
    replica.forward(parameters, batch);
  }

  double forwardAndBackward() {
    replica.forward(parameters, batch);
    double loss = replica.loss(batch);
    gradient.zero(0, gradient.length());
    replica.backward(parameters, gradient, batch);
    return loss;
  }

  /** Multiplications and additions of one image's way forward and back, in floating-point operations. */
  static double flops(Architecture architecture) {
    double forward = 0;
    for (Placed layer : architecture.placed()) {
      forward += forward(layer);
    }
    // back: once for the gradient of the weights and once for that of the input
    return 3 * forward;
  }

  private static double forward(Placed layer) {
    int in = layer.input().features();
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Conv1D conv) {
      return 2.0 * layer.output().steps() * conv.width() * in * conv.filters();
    } else if (spec instanceof LayerSpec.Gru gru) {
      return 2.0 * layer.input().steps() * LayerSpec.Gru.GATES * gru.units() * (in + gru.units());
    } else if (spec instanceof LayerSpec.Lstm lstm) {
      return 2.0 * layer.input().steps() * LayerSpec.Lstm.GATES * lstm.units() * (in + lstm.units());
    } else if (spec instanceof LayerSpec.Dense dense) {
      return 2.0 * layer.input().size() * dense.units();
    } else if (spec instanceof LayerSpec.Softmax softmax) {
      return 2.0 * in * softmax.units();
    }
    return 0;
  }

  @Override
  public void close() {
    replica.close();
    parameters.close();
    gradient.close();
  }
}
