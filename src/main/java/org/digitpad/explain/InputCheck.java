package org.digitpad.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.digitpad.ink.DigitImage;

/**
 * How an image compares with MNIST's.
 *
 * @param image the image
 * @param mean the mean of MNIST's images of the digit that it was read as
 * @param readings one for each measure; none for a blank image
 */
public record InputCheck(DigitImage image, DigitImage mean, List<Reading> readings) {
  /**
   * One measure.
   *
   * @param value in the measure's unit
   * @param percentile share of MNIST's training images whose value is lower, 0 to 100
   */
  public record Reading(ImageMeasure measure, double value, double percentile) {}

  public InputCheck {
    readings = List.copyOf(readings);
  }

  /** Compares an image that was read as a digit. */
  public static InputCheck of(DigitImage image, int digit) {
    MnistStatistics statistics = MnistStatistics.bundled();
    List<Reading> readings = new ArrayList<>();
    for (ImageMeasure measure : ImageMeasure.values()) {
      OptionalDouble value = measure.of(image);
      if (value.isPresent()) {
        readings.add(
            new Reading(
                measure, value.getAsDouble(), statistics.percentile(measure, value.getAsDouble())));
      }
    }
    return new InputCheck(image, statistics.mean(digit), readings);
  }
}
