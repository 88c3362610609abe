package org.digitpad.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.digitpad.ui.models.ModelChoice;

/**
 * What the room needs from outside of the window.
 *
 * @param bundled models that are compared from the start
 * @param own finds the user's models; slow
 * @param ofFile makes a choice of a model file
 * @param images finds images to measure with; slow
 */
public record CompareDependencies(
    List<ModelChoice> bundled,
    Supplier<List<ModelChoice>> own,
    Function<Path, ModelChoice> ofFile,
    Supplier<TestImages> images) {
  public CompareDependencies {
    bundled = List.copyOf(bundled);
  }
}
