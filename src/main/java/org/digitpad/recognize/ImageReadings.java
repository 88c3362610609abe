package org.digitpad.recognize;

import org.digitpad.data.LabeledImages;
import org.digitpad.nn.model.Model;
import org.digitpad.train.Evaluation;
import org.digitpad.train.Evaluator;

/** What one model makes of labelled images, image by image and on the whole. Immutable. */
public final class ImageReadings {
  private final Evaluation evaluation;
  private final int classes;
  private final float[] probabilities;

  private ImageReadings(Evaluation evaluation, int classes, float[] probabilities) {
    this.evaluation = evaluation;
    this.classes = classes;
    this.probabilities = probabilities;
  }

  /**
   * Reads all images; may take a second.
   *
   * @param threads that share the images; has no influence on the result
   */
  public static ImageReadings of(Model model, LabeledImages images, int threads) {
    float[] probabilities =
        Evaluator.probabilities(model.architecture(), model.parameters(), images.images(), threads);
    return new ImageReadings(
        Evaluator.evaluate(images, probabilities), model.architecture().classes(), probabilities);
  }

  public Evaluation evaluation() {
    return evaluation;
  }

  /** The most probable digit of an image, the smallest of equals. */
  public int digit(int image) {
    int best = 0;
    for (int digit = 1; digit < classes; digit++) {
      if (probabilities[image * classes + digit] > probabilities[image * classes + best]) {
        best = digit;
      }
    }
    return best;
  }

  /** How probable the model holds that digit, 0 to 1. */
  public double confidence(int image) {
    return probabilities[image * classes + digit(image)];
  }
}
