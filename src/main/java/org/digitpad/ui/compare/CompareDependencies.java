package org.digitpad.ui.compare;

import java.util.List;
import java.util.function.Supplier;
import org.digitpad.recognize.LibraryModel;

/**
 * What the Compare tab needs from outside the window.
 *
 * @param bundled models that are compared from the start
 * @param own finds the user's models; slow
 * @param images finds the images to evaluate the models on; slow
 */
public record CompareDependencies(
    List<LibraryModel> bundled, Supplier<List<LibraryModel>> own, Supplier<TestImages> images) {
  public CompareDependencies {
    bundled = List.copyOf(bundled);
  }
}
