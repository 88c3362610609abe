package org.digitpad.ui.mydrawings;

import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.i18n.Messages;

/** How labels are called. */
final class LabelNames {
  private LabelNames() {}

  /** A label in a sentence, such as "a 7" or "no digit". */
  static String of(int label) {
    return label == MyDrawing.NO_DIGIT
        ? Messages.get("ui.mydrawings.label.noDigit")
        : Messages.get("ui.mydrawings.label.digit", label);
  }

  /** A label as a heading, such as "7" or "No digit". */
  static String title(int label) {
    return label == MyDrawing.NO_DIGIT
        ? Messages.get("ui.mydrawings.correct.noDigit")
        : String.valueOf(label);
  }

  /** What a drawing was read as, such as ", read as 1"; empty if that is unknown. */
  static String read(MyDrawing drawing) {
    Integer answer = drawing.answer();
    return answer == null ? "" : Messages.get("ui.mydrawings.label.read", title(answer));
  }
}
