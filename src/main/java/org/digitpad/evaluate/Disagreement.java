package org.digitpad.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.LabeledImages;

/**
 * An image that some models classify correctly and others do not.
 *
 * @param index index of the image
 * @param label its label
 * @param classifications the classification by each model, in the order of the models
 */
public record Disagreement(int index, int label, List<TopPrediction> classifications) {
  public Disagreement {
    classifications = List.copyOf(classifications);
  }

  /** Whether a classification is that of the label. */
  public boolean isCorrect(TopPrediction classification) {
    return classification.digit() == label;
  }

  /** Number of models that classify the image correctly. */
  public int correctModels() {
    return (int) classifications.stream().filter(this::isCorrect).count();
  }

  /** The highest confidence of a model that is wrong, 0 to 1. */
  public double maxWrongConfidence() {
    return classifications.stream()
        .filter(classification -> !isCorrect(classification))
        .mapToDouble(TopPrediction::confidence)
        .max()
        .orElse(0);
  }

  /**
   * Finds all disagreements, in the order of the images.
   *
   * @param models the predictions of each model for these images
   */
  public static List<Disagreement> among(LabeledImages images, List<ImagePredictions> models) {
    List<Disagreement> found = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      int image = i;
      Disagreement candidate =
          new Disagreement(
              image,
              images.label(image),
              models.stream().map(model -> model.classification(image)).toList());
      int correct = candidate.correctModels();
      if (correct > 0 && correct < models.size()) {
        found.add(candidate);
      }
    }
    return found;
  }
}
