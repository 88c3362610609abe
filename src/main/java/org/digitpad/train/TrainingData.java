package org.digitpad.train;

import java.util.Map;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.MnistFolder;

/**
 * What a network trains on and is validated with.
 *
 * @param sha256 SHA-256 of each file that the images came from, by name
 */
public record TrainingData(
    LabeledImages training, LabeledImages validation, Map<String, String> sha256) {
  public TrainingData {
    sha256 = Map.copyOf(sha256);
  }

  /** MNIST: all of its training images, validated with its test images. */
  public static TrainingData mnist(MnistFolder folder) {
    return new TrainingData(folder.train(), folder.test(), folder.sha256());
  }
}
