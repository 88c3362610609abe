package org.digitpad.ui.inside;

import java.util.List;
import javafx.scene.layout.Region;

/** A view of one of the panel's sections. */
abstract class SectionView extends Region {
  /** Space between its parts, in pixels. */
  static final double GAP = 16;

  final InsideViewModel model;

  /**
   * @param name for its id, which begins with {@code inside-view-}
   */
  SectionView(String name, InsideViewModel model) {
    this.model = model;
    setManaged(false);
    setId("inside-view-" + name);
  }

  /**
   * Shows what has been computed, and marks on the drawing what belongs to it.
   *
   * @return whether there is something; otherwise the panel says why not
   */
  abstract boolean show(Snapshot snapshot);

  /** What is shown as rows of a table, the first with the names of the columns. */
  abstract List<List<String>> table();
}
