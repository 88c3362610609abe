package org.digitpad.evaluate;

import org.digitpad.data.LabeledImages;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.model.Model;

/** The predictions of one model for labeled images, and their evaluation. Immutable. */
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
   * Predicts all images; may take a second.
   *
   * @param threads number of threads that share the images; has no influence on the result
   */
  public static ImagePredictions of(Model model, LabeledImages images, int threads) {
    float[] probabilities =
        Evaluator.predictProbabilities(
            model.architecture(), model.parameters(), images.images(), threads);
    return new ImagePredictions(
        Evaluator.evaluate(images, probabilities),
        model.architecture().classCount(),
        probabilities);
  }

  public Evaluation evaluation() {
    return evaluation;
  }

  /** The model's classification of the image with this index. */
  public TopPrediction classification(int image) {
    int digit = ArgMax.of(probabilities, image * classes, classes);
    return new TopPrediction(digit, probabilities[image * classes + digit]);
  }
}
