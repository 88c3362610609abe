package org.digitpad.train;

import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;

/**
 * Images for training and validation.
 *
 * @param sha256 SHA-256 of each data file, by name
 */
public record TrainingData(
    LabeledImages training, LabeledImages validation, Map<String, String> sha256) {
  public TrainingData {
    sha256 = Map.copyOf(sha256);
  }

  /** All training images of a dataset, with its test images for validation. */
  public static TrainingData of(Dataset dataset) {
    return new TrainingData(dataset.train(), dataset.test(), dataset.sha256());
  }
}
