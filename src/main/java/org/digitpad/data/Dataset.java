package org.digitpad.data;

import java.util.Map;

/**
 * Labeled images to train a network on, and others to test it with. The methods may read large
 * files, so they must not be called on the UI thread.
 */
public interface Dataset {
  /**
   * Returns the images to train on.
   *
   * @throws org.digitpad.io.BadInputException if they cannot be loaded
   */
  LabeledImages train();

  /**
   * Returns the images to test with, none of which is among those to train on.
   *
   * @throws org.digitpad.io.BadInputException if they cannot be loaded
   */
  LabeledImages test();

  /**
   * Returns the SHA-256 of each source of the images by its name, for a model card.
   *
   * @throws org.digitpad.io.BadInputException if a source cannot be read
   */
  Map<String, String> sha256();
}
