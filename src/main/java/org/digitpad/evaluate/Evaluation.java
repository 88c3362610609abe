package org.digitpad.evaluate;

import java.util.List;

/**
 * How well a network reads labelled images.
 *
 * @param samples number of images
 * @param accuracy share whose most probable digit is the label, 0 to 1
 * @param loss mean cross-entropy, in nats
 * @param ece expected calibration error in 15 bins of equal width, 0 to 1 (C. Guo et al., "On
 *     calibration of modern neural networks", ICML 2017, formula 3)
 * @param confusion number of images by label (row) and most probable digit (column)
 * @param misread the images whose most probable digit is not the label, in their order
 */
public record Evaluation(
    int samples,
    double accuracy,
    double loss,
    double ece,
    List<List<Integer>> confusion,
    List<Misread> misread) {
  /**
   * An image that was read wrong.
   *
   * @param index its place among the images
   * @param label what it is
   * @param read what the network took it for
   */
  public record Misread(int index, int label, int read) {}

  public Evaluation {
    confusion = confusion.stream().map(List::copyOf).toList();
    misread = List.copyOf(misread);
  }
}
