package org.digitpad.train;

import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;

/**
 * What a network trains on and is validated with.
 *
 * @param sha256 SHA-256 of what the images came from, by name
 */
public record TrainingData(
    LabeledImages training, LabeledImages validation, Map<String, String> sha256) {
  public TrainingData {
    sha256 = Map.copyOf(sha256);
  }

  /** A whole set: all of its training images, validated with its test images. */
  public static TrainingData of(Dataset set) {
    return new TrainingData(set.train(), set.test(), set.sha256());
  }
}
