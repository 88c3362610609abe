package org.digitpad.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.LabeledImages;

/**
 * An image that some models read right and others wrong.
 *
 * @param index its place among the images
 * @param label what it is
 * @param readings what each model makes of it, in the models' order
 */
public record Disagreement(int index, int label, List<Reading> readings) {
  /**
   * What one model makes of it.
   *
   * @param digit the most probable one
   * @param confidence its probability, 0 to 1
   * @param right whether it is the label
   */
  public record Reading(int digit, double confidence, boolean right) {}

  public Disagreement {
    readings = List.copyOf(readings);
  }

  /** How many models read it right. */
  public int right() {
    return (int) readings.stream().filter(Reading::right).count();
  }

  /** How sure the surest of those is that read it wrong, 0 to 1. */
  public double surestMistake() {
    return readings.stream()
        .filter(reading -> !reading.right())
        .mapToDouble(Reading::confidence)
        .max()
        .orElse(0);
  }

  /**
   * Finds all of them, in the images' order.
   *
   * @param models what each model makes of these images
   */
  public static List<Disagreement> among(LabeledImages images, List<ImagePredictions> models) {
    List<Disagreement> found = new ArrayList<>();
    for (int image = 0; image < images.size(); image++) {
      int index = image;
      int label = images.label(image);
      long right = models.stream().filter(model -> model.digit(index) == label).count();
      if (right > 0 && right < models.size()) {
        found.add(
            new Disagreement(
                image, label, models.stream().map(model -> reading(model, index, label)).toList()));
      }
    }
    return found;
  }

  private static Reading reading(ImagePredictions model, int image, int label) {
    int digit = model.digit(image);
    return new Reading(digit, model.confidence(image), digit == label);
  }
}
