package org.digitpad.ui.compare;

import java.util.List;
import java.util.function.Supplier;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.chart.ModelColors;

/**
 * What the Compare tab needs from outside the window.
 *
 * @param bundled models that are compared from the start
 * @param own finds the user's models; slow
 * @param images finds the images to evaluate the models on; slow
 * @param colors colors of the models
 */
public record CompareDependencies(
    List<LibraryModel> bundled,
    Supplier<List<LibraryModel>> own,
    Supplier<TestImages> images,
    ModelColors colors) {
  public CompareDependencies {
    bundled = List.copyOf(bundled);
  }

  /** For a tab without others that show the same models. */
  public CompareDependencies(
      List<LibraryModel> bundled, Supplier<List<LibraryModel>> own, Supplier<TestImages> images) {
    this(bundled, own, images, new ModelColors(bundled));
  }
}
