package org.digitpad.nn.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A trained network that classifies one image at a time, in plain Java and without native
 * libraries: with a single image, most calls to BLAS cost more than they save. The exception is
 * {@link #optimizeForManyImages}. For images in batches see {@link BatchClassifier}. Only one
 * thread may use it.
 */
public final class Classifier {
  private final Architecture architecture;
  private final float[] parameters;
  private final List<VectorLayer> layers = new ArrayList<>();
  private final VectorDenseSoftmax softmax;

  /** Classifies in place of the layers; the garbage collector frees its native memory. */
  private @Nullable BatchClassifier blas;

  /**
   * Creates a classifier with a copy of the parameters.
   *
   * @param parameters flat, as {@link Architecture} orders them
   * @throws IllegalArgumentException if the number of parameters is not the network's, or the
   *     network does not end in a softmax layer
   */
  public Classifier(Architecture architecture, float[] parameters) {
    if (parameters.length != architecture.parameterCount()) {
      throw new IllegalArgumentException(
          "%s has %d parameters, not %d"
              .formatted(architecture.name(), architecture.parameterCount(), parameters.length));
    }
    this.architecture = architecture;
    this.parameters = parameters.clone();
    for (PlacedLayer layer : architecture.placedLayers()) {
      layers.add(VectorLayer.of(layer, parameters));
    }
    if (!(layers.get(layers.size() - 1) instanceof VectorDenseSoftmax last)) {
      throw new IllegalArgumentException(architecture.name() + " does not end in a softmax layer");
    }
    this.softmax = last;
  }

  /**
   * Checks that a network can compute with its parameters, by a blank image and one full of ink.
   *
   * @throws BadInputException if they are so large that a result is not a number
   */
  public static void checkFinite(Architecture architecture, float[] parameters) {
    Classifier classifier = new Classifier(architecture, parameters);
    float[] image = new float[architecture.input().size()];
    classifier.classify(image);
    Arrays.fill(image, 1);
    classifier.classify(image);
  }

  /**
   * Makes {@link #classify} faster if that takes BLAS, whose libraries are loaded then: for
   * networks with convolutions on processors for which OpenBLAS has kernels for small matrices.
   * Results may change in their last bits.
   */
  public void optimizeForManyImages() {
    if (blas != null || architecture.layers().stream().noneMatch(Conv1D.class::isInstance)) {
      return;
    }
    try {
      if (Blas.hasSmallMatrixKernels()) {
        blas = new BatchClassifier(architecture, parameters, 1);
      }
    } catch (LinkageError unusable) {
      LoggerFactory.getLogger(Classifier.class).warn("OpenBLAS cannot be used", unusable);
    }
  }

  /**
   * Classifies one image.
   *
   * @param pixels 784 values from 0 (background) to 1 (ink), row-major
   * @return ten probabilities
   * @throws BadInputException if the parameters are so large that the result is not a number
   */
  public float[] classify(float[] pixels) {
    if (blas != null) {
      System.arraycopy(pixels, 0, blas.images(), 0, pixels.length);
      return blas.classify(1);
    }
    float[] values = pixels;
    for (VectorLayer layer : layers) {
      values = layer.forward(values);
    }
    // an infinite or undefined logit makes all probabilities undefined
    if (Float.isNaN(values[0])) {
      throw new BadInputException(Messages.get("nn.kernel.notFinite"));
    }
    return values.clone();
  }

  /**
   * log Σ exp of the logits of the last {@link #classify}: the image's negative energy. The higher,
   * the more likely the image belongs to any class at all.
   */
  public float logSumExp() {
    return blas == null ? softmax.logSumExp() : blas.logSumExp();
  }
}
