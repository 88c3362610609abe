package org.digitpad.nn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the kernels of a whole network, with memory for one batch. It has no parameters of its own,
 * so several executors can work on one parameter vector; only one thread may use each.
 */
public final class NetworkExecutor implements AutoCloseable {
  /** Label of the background class: images that belong to none of the network's classes. */
  public static final int BACKGROUND_CLASS = -1;

  /**
   * Added to the label of an image that becomes this class, but may not look like any class yet:
   * nothing is learned from it about the background class.
   */
  public static final int UNFINISHED = 1_000;

  private final Architecture architecture;
  private final int parameterCount;
  private final int classes;
  private final int capacity;
  private final BatchLayout inputLayout;
  private final float[] images;
  private final NativeFloatArray input;
  private final List<LayerKernel> kernels = new ArrayList<>();
  private final DenseSoftmaxKernel softmax;
  private final int[] labels;

  /**
   * Allocates the memory for {@code capacity} samples.
   *
   * @param training whether {@link #backward} will be called
   * @throws IllegalArgumentException if the network does not end in a softmax layer, or a layer
   *     cannot follow the one before it
   */
  public NetworkExecutor(Architecture architecture, int capacity, boolean training) {
    this.architecture = architecture;
    this.parameterCount = architecture.parameterCount();
    this.classes = architecture.classCount();
    this.capacity = capacity;
    this.labels = new int[capacity];
    this.inputLayout = BatchLayout.ofFirstLayer(architecture.layers().get(0), architecture.input());
    this.images = new float[inputLayout.size(capacity)];
    this.input = new NativeFloatArray(inputLayout.size(capacity));
    BatchLayout layout = inputLayout;
    for (PlacedLayer layer : architecture.placedLayers()) {
      LayerKernel kernel = LayerKernel.of(layer, layout, capacity, training);
      kernels.add(kernel);
      layout = kernel.outputLayout();
    }
    if (!(kernels.get(kernels.size() - 1) instanceof DenseSoftmaxKernel last)) {
      throw new IllegalArgumentException(architecture.name() + " does not end in a softmax layer");
    }
    this.softmax = last;
  }

  /** Maximum number of images in a batch. */
  public int capacity() {
    return capacity;
  }

  /** The batch, for the caller to fill: one image after another, row-major, from 0 to 1. */
  public float[] images() {
    return images;
  }

  /**
   * Sets the label of an image, which the loss needs.
   *
   * @param label a class, {@link #BACKGROUND_CLASS}, or {@link #UNFINISHED} and a class
   */
  public void setLabel(int sample, int label) {
    if (label != BACKGROUND_CLASS) {
      Objects.checkIndex(label < UNFINISHED ? label : label - UNFINISHED, classes);
    }
    labels[sample] = label;
  }

  /**
   * Runs the first {@code batch} images through the network.
   *
   * @throws IllegalArgumentException if the number of parameters is not the network's, or the batch
   *     exceeds the capacity: BLAS would read and write memory out of bounds
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
    copyImagesToInput(batch);
    NativeFloatArray activations = input;
    for (LayerKernel kernel : kernels) {
      kernel.forward(parameters, activations, batch);
      activations = kernel.output();
    }
  }

  private void copyImagesToInput(int batch) {
    if (inputLayout.order() == BatchLayout.Order.BATCH_MAJOR) {
      input.write(0, images, inputLayout.size(batch));
    } else {
      inputLayout.copyIn(images, input, batch);
    }
  }

  /**
   * Cross-entropy of the last forward pass, in nats, summed over the batch.
   *
   * @throws IllegalStateException if a label is {@link #BACKGROUND_CLASS} or {@link #UNFINISHED}
   */
  public double loss(int batch) {
    for (int b = 0; b < batch; b++) {
      if (labels[b] == BACKGROUND_CLASS || labels[b] >= UNFINISHED) {
        throw new IllegalStateException("this loss has no background class");
      }
    }
    return softmax.loss(labels, batch);
  }

  /**
   * Cross-entropy of the last forward pass, as {@link #loss}, with {@link #BACKGROUND_CLASS} as one
   * more class, whose logit is 0.
   */
  public double lossWithBackground(int batch) {
    return softmax.lossWithBackground(labels, batch);
  }

  /** Number of images that the last forward pass classified correctly. */
  public int correct(int batch) {
    return softmax.correct(labels, batch);
  }

  /** Copies the probabilities of the last forward pass: batch × classes. */
  public void probabilities(float[] target, int targetOffset, int batch) {
    softmax.probabilities(target, targetOffset, batch);
  }

  /**
   * log Σ exp of a sample's logits in the last forward pass: its negative energy. The higher, the
   * more likely the image belongs to any class at all.
   */
  public float logSumExp(int sample) {
    return softmax.logSumExp(sample);
  }

  /**
   * Adds the gradient of the summed cross-entropy. {@link #loss} or {@link #lossWithBackground}
   * must have been called.
   *
   * @param gradient flat, like the parameters
   */
  public void backward(NativeFloatArray parameters, NativeFloatArray gradient, int batch) {
    for (int i = kernels.size() - 1; i >= 0; i--) {
      NativeFloatArray previous = i == 0 ? input : kernels.get(i - 1).output();
      @Nullable NativeFloatArray inputGradient =
          i == 0 ? null : kernels.get(i - 1).outputGradient();
      kernels.get(i).backward(parameters, previous, gradient, inputGradient, batch);
    }
  }

  @Override
  public void close() {
    input.close();
    kernels.forEach(LayerKernel::close);
  }
}
