package org.digitpad.evaluate;

import java.util.List;

/**
 * Metrics of a network on labeled images.
 *
 * @param samples number of images
 * @param accuracy share of images whose most probable digit is the label, 0 to 1
 * @param loss mean cross-entropy, in nats
 * @param ece expected calibration error in 15 bins of equal width, 0 to 1 (C. Guo et al., "On
 *     calibration of modern neural networks", ICML 2017, formula 3)
 * @param confusion number of images by label (row) and most probable digit (column)
 * @param misclassified images whose most probable digit is not the label, in their order
 */
public record Evaluation(
    int samples,
    double accuracy,
    double loss,
    double ece,
    List<List<Integer>> confusion,
    List<Misclassified> misclassified) {
  /**
   * An image that the network classifies wrong.
   *
   * @param index index of the image
   * @param label its label
   * @param predicted the network's most probable digit
   */
  public record Misclassified(int index, int label, int predicted) {}

  public Evaluation {
    confusion = confusion.stream().map(List::copyOf).toList();
    misclassified = List.copyOf(misclassified);
  }
}
