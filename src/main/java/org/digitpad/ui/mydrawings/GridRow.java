package org.digitpad.ui.mydrawings;

import java.util.List;
import org.digitpad.data.mydrawings.MyDrawing;

/**
 * A row of the grid: the heading of a label, or some drawings of it.
 *
 * @param label of all its drawings
 * @param count of all drawings with this label, for a heading; 0 otherwise
 * @param start index of its first drawing among all that are shown
 * @param drawings none for a heading
 */
record GridRow(int label, int count, int start, List<MyDrawing> drawings) {
  GridRow {
    drawings = List.copyOf(drawings);
  }

  boolean isHeading() {
    return drawings.isEmpty();
  }
}
