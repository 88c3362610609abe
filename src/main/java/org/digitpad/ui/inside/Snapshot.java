package org.digitpad.ui.inside;

import java.util.EnumMap;
import java.util.Map;
import org.digitpad.explain.Attribution;
import org.digitpad.explain.Convolution;
import org.digitpad.explain.Explanation;
import org.digitpad.explain.InputCheck;
import org.digitpad.ink.RenderingSteps;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of one drawing. What the shown section does not need is left out.
 *
 * @param subject what was read; null if there is nothing
 * @param explanation null if there is nothing, or the model reads the movement of the pen only
 * @param note what is to be known of the model; empty if nothing
 * @param digit whose attributions these are
 * @param attributions by their method
 * @param check comparison with MNIST
 * @param rendering the way to the image; null if there are no strokes alone
 * @param convolution one value of a convolution
 */
record Snapshot(
    @Nullable Subject subject,
    @Nullable Explanation explanation,
    String note,
    int digit,
    Map<Attribution.Method, Attribution> attributions,
    @Nullable InputCheck check,
    @Nullable RenderingSteps rendering,
    @Nullable Convolution convolution) {
  static final Snapshot EMPTY = without("");

  Snapshot {
    attributions =
        attributions.isEmpty() ? Map.of() : new EnumMap<>(attributions); // copied, in their order
  }

  /** Nothing to show, and a sentence why. */
  static Snapshot without(String note) {
    return new Snapshot(null, null, note, 0, Map.of(), null, null, null);
  }
}
