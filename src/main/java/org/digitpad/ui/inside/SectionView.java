package org.digitpad.ui.inside;

import java.util.List;
import javafx.scene.control.ComboBox;
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

  /** Offers values in a list whose choice stays if it is among them, and is the first otherwise. */
  static <T> T offer(ComboBox<T> box, List<T> values) {
    if (!box.getItems().equals(values)) {
      box.getItems().setAll(values);
    }
    if (!values.contains(box.getValue())) {
      box.setValue(values.get(0));
    }
    return box.getValue();
  }

  /** What is shown as rows of a table, the first with the names of the columns. */
  abstract List<List<String>> table();
}
