package org.digitpad.ui.inside;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;

/** One of the panel's views. */
abstract class SectionView extends Region {
  /** Space between its parts, in pixels. */
  static final double GAP = 16;

  final InsideViewModel model;

  SectionView(Section section, InsideViewModel model) {
    this.model = model;
    setManaged(false);
    setId("inside-view-" + section.name().toLowerCase(Locale.ROOT));
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
