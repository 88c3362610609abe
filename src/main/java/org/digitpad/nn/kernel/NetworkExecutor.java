package org.digitpad.nn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.LayerSpec;
import org.jspecify.annotations.Nullable;

/**
 * A network's kernels in a row, with the memory for one batch. It has no parameters of its own, so
 * several replicas can work on one parameter vector; a replica serves one thread.
 */
public final class NetworkExecutor implements AutoCloseable {
  /** Label of an image that belongs to no class. */
  public static final int NO_CLASS = -1;

  private final Architecture architecture;
  private final int parameterCount;
  private final int classes;
  private final int capacity;
  private final BatchLayout inputRows;
  private final float[] images;
  private final NativeFloatArray input;
  private final List<LayerKernel> kernels = new ArrayList<>();
  private final SoftmaxKernel softmax;
  private final int[] labels;

  /**
   * Takes the memory for {@code capacity} samples.
   *
   * @param architecture a network that ends in a softmax layer
   * @param training whether gradients will be asked for
   */
  public NetworkExecutor(Architecture architecture, int capacity, boolean training) {
    this.architecture = architecture;
    this.parameterCount = architecture.parameters();
    this.classes = architecture.classes();
    this.capacity = capacity;
    this.labels = new int[capacity];
    this.inputRows = BatchLayout.wantedBy(architecture.layers().get(0), architecture.input());
    this.images = new float[inputRows.size(capacity)];
    this.input = new NativeFloatArray(inputRows.size(capacity));
    BatchLayout rows = inputRows;
    for (Placed layer : architecture.placed()) {
      LayerKernel kernel = create(layer, rows, capacity, training);
      kernels.add(kernel);
      rows = kernel.outputRows();
    }
    if (!(kernels.get(kernels.size() - 1) instanceof SoftmaxKernel last)) {
      throw new IllegalArgumentException(architecture.name() + " does not end in a softmax layer");
    }
    this.softmax = last;
  }

  static LayerKernel create(Placed layer, BatchLayout inputRows, int capacity, boolean training) {
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Conv1D) {
      return new Conv1DKernel(layer, inputRows, capacity, training);
    } else if (spec instanceof LayerSpec.MaxPool1D) {
      return new MaxPool1DKernel(layer, inputRows, capacity, training);
    } else if (spec instanceof LayerSpec.Gru) {
      return new GruKernel(layer, inputRows, capacity, training);
    } else if (spec instanceof LayerSpec.Lstm) {
      return new LstmKernel(layer, inputRows, capacity, training);
    } else if (spec instanceof LayerSpec.Dense) {
      return new DenseKernel(layer, inputRows, capacity, training);
    } else if (spec instanceof LayerSpec.Softmax) {
      return new SoftmaxKernel(layer, inputRows, capacity, training);
    }
    throw new IllegalArgumentException("no kernel for " + spec);
  }

  public int capacity() {
    return capacity;
  }

  /** The batch to fill: row-major images of values from 0 to 1, behind each other. */
  public float[] images() {
    return images;
  }

  /**
   * Says what an image is.
   *
   * @param label a class, or {@link #NO_CLASS}
   */
  public void setLabel(int sample, int label) {
    labels[sample] = label == NO_CLASS ? label : Objects.checkIndex(label, classes);
  }

  /**
   * Runs the first {@code batch} images through the network.
   *
   * @throws IllegalArgumentException if the parameters are not this network's or the batch exceeds
   *     the capacity: BLAS would read and write memory that is not ours
   */
  public void forward(NativeFloatArray parameters, int batch) {
    if (parameters.length() != parameterCount) {
      throw new IllegalArgumentException(
          "%s has %d parameters, not %d"
              .formatted(architecture.name(), parameterCount, parameters.length()));
    }
    if (batch < 1 || batch > capacity) {
      throw new IllegalArgumentException(
          "a batch of %d does not fit a capacity of %d".formatted(batch, capacity));
    }
    layOut(batch);
    NativeFloatArray activations = input;
    for (LayerKernel kernel : kernels) {
      kernel.forward(parameters, activations, batch);
      activations = kernel.output();
    }
  }

  /** Brings the images into the order that the first layer wants. */
  private void layOut(int batch) {
    if (inputRows.order() == BatchLayout.Order.SAMPLE_MAJOR) {
      input.write(0, images, inputRows.size(batch));
      return;
    }
    int features = architecture.input().features();
    for (int b = 0, at = 0; b < batch; b++) {
      for (int t = 0; t < architecture.input().steps(); t++, at += features) {
        input.write(inputRows.offset(b, t, batch), images, at, features);
      }
    }
  }

  /**
   * Cross-entropy of the last forward pass, in nats, summed over the batch.
   *
   * @throws IllegalStateException if an image is of {@link #NO_CLASS}
   */
  public double loss(int batch) {
    for (int b = 0; b < batch; b++) {
      if (labels[b] == NO_CLASS) {
        throw new IllegalStateException("only the open loss knows images of no class");
      }
    }
    return softmax.loss(labels, batch);
  }

  /**
   * Cross-entropy of the last forward pass, as {@link #loss}, where images may be of {@link
   * #NO_CLASS}: one more class, whose logit is 0.
   */
  public double openLoss(int batch) {
    return softmax.openLoss(labels, batch);
  }

  /** Samples that the last forward pass read right. */
  public int correct(int batch) {
    return softmax.correct(labels, batch);
  }

  /** Copies the last forward pass's probabilities, class by class, sample after sample. */
  public void probabilities(float[] target, int targetAt, int batch) {
    softmax.probabilities(target, targetAt, batch);
  }

  /**
   * log Σ exp of a sample's logits in the last forward pass: how much speaks for any class at all.
   */
  public float evidence(int sample) {
    return softmax.evidence(sample);
  }

  /**
   * Adds the gradient of the summed cross-entropy; {@link #loss} or {@link #openLoss} must have
   * been called.
   *
   * @param gradient flat, like the parameters
   */
  public void backward(NativeFloatArray parameters, NativeFloatArray gradient, int batch) {
    for (int i = kernels.size() - 1; i >= 0; i--) {
      NativeFloatArray before = i == 0 ? input : kernels.get(i - 1).output();
      @Nullable NativeFloatArray inputGradient =
          i == 0 ? null : kernels.get(i - 1).outputGradient();
      kernels.get(i).backward(parameters, before, gradient, inputGradient, batch);
    }
  }

  @Override
  public void close() {
    input.close();
    kernels.forEach(LayerKernel::close);
  }
}
