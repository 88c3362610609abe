package org.digitpad.ui.learn;

import java.io.IOException;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;

/** Stores copies that are kept. All methods may be slow. */
public interface CopyStore {
  /**
   * Returns where the copies of the person at the pad go, whoever is there by the time that they
   * are stored. Fast.
   */
  default CopyStore ofPersonNow() {
    return this;
  }

  /**
   * Stores a copy as one of the user's own models.
   *
   * @param name that the user gives it
   * @throws org.digitpad.io.BadInputException if there is a model of this name, or it cannot be one
   */
  LibraryModel keep(Model copy, String name) throws IOException;

  /** Deletes a copy. */
  void delete(LibraryModel copy) throws IOException;
}
