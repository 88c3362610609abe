package org.digitpad.evaluate;

import org.digitpad.data.LabeledImages;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.model.Model;

/** What one model makes of labelled images, image by image and on the whole. Immutable. */
public final class ImagePredictions {
  private final Evaluation evaluation;
  private final int classes;
  private final float[] probabilities;

  private ImagePredictions(Evaluation evaluation, int classes, float[] probabilities) {
    this.evaluation = evaluation;
    this.classes = classes;
    this.probabilities = probabilities;
  }

  /**
   * Reads all images; may take a second.
   *
   * @param threads that share the images; has no influence on the result
   */
  public static ImagePredictions of(Model model, LabeledImages images, int threads) {
    float[] probabilities =
        Evaluator.probabilities(model.architecture(), model.parameters(), images.images(), threads);
    return new ImagePredictions(
        Evaluator.evaluate(images, probabilities),
        model.architecture().classCount(),
        probabilities);
  }

  public Evaluation evaluation() {
    return evaluation;
  }

  /** The most probable digit of an image, the smallest of equals. */
  public int digit(int image) {
    return ArgMax.of(probabilities, image * classes, classes);
  }

  /** How probable the model holds that digit, 0 to 1. */
  public double confidence(int image) {
    return probabilities[image * classes + digit(image)];
  }
}
