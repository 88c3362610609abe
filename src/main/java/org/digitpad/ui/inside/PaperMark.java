package org.digitpad.ui.inside;

import org.digitpad.explain.NearestChange;
import org.digitpad.nn.arch.StepRange;

/** What the view that is shown marks on the drawing itself. */
sealed interface PaperMark {
  /**
   * A frame around some rows.
   *
   * @param range rows of the image
   */
  record Rows(StepRange range) implements PaperMark {}

  /**
   * The ink in the colors of {@link HeatColors#ink}.
   *
   * @param rows a value from -1 to 1 for each row of the image; shared, not copied
   */
  record Ink(float[] rows) implements PaperMark {}

  /** A change that flips the answer, with its sentence. */
  record Ghost(NearestChange change) implements PaperMark {}
}
