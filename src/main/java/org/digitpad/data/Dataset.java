package org.digitpad.data;

import java.util.Map;

/**
 * Images to train a network on, and others to measure it with. Loads slowly: not on the UI thread.
 */
public interface Dataset {
  /**
   * Returns the images to train on.
   *
   * @throws BadInputException if they cannot be had
   */
  LabeledImages train();

  /**
   * Returns the images to measure with.
   *
   * @throws BadInputException if they cannot be had
   */
  LabeledImages test();

  /**
   * Returns the SHA-256 of what the images come from, by name, for a model card.
   *
   * @throws BadInputException if it cannot be had
   */
  Map<String, String> sha256();
}
