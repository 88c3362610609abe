package org.digitpad.ui.practice;

import java.time.Duration;
import java.util.List;
import org.digitpad.data.mydrawings.MyDrawing;

/**
 * What a round has brought.
 *
 * @param drawings what was drawn, in this order
 * @param reading number of further drawings that are still being read
 * @param time from the first stroke to the last
 */
public record PracticeSummary(List<MyDrawing> drawings, int reading, Duration time) {
  static final PracticeSummary NONE = new PracticeSummary(List.of(), 0, Duration.ZERO);

  public PracticeSummary {
    drawings = List.copyOf(drawings);
  }

  /** Number of drawings. */
  int count() {
    return drawings.size() + reading;
  }

  /** Number of drawings that were read as what was asked for. */
  int right() {
    return (int)
        drawings.stream()
            .filter(drawing -> drawing.answer() != null && !drawing.isMisread())
            .count();
  }

  /** The drawings that were read as something else. */
  List<MyDrawing> misread() {
    return drawings.stream().filter(MyDrawing::isMisread).toList();
  }

  /** Number of drawings that no model has read. */
  int unread() {
    return (int) drawings.stream().filter(drawing -> drawing.answer() == null).count();
  }
}
