package org.digitpad.data.synth;

import java.util.List;
import java.util.Locale;
import org.digitpad.data.synth.WritingStyle.Knot;

/**
 * A template of a non-digit.
 *
 * @param name its name among the templates of the kind
 * @param strokes the path of the pen, stroke by stroke; each has at least two points
 */
record StrokeTemplate(
    NonDigitSplit split, NonDigitKind kind, String name, List<List<Knot>> strokes) {
  StrokeTemplate {
    strokes = strokes.stream().map(List::copyOf).toList();
  }

  /** Parses a line like {@code train letter H: 6,0 6,100 | 70,0 70,100}; see nondigits.txt. */
  static StrokeTemplate parse(String line) {
    String[] parts = line.split(":", 2);
    String[] head = parts[0].strip().split(" +");
    return new StrokeTemplate(
        NonDigitSplit.valueOf(head[0].toUpperCase(Locale.ROOT)),
        NonDigitKind.valueOf(head[1].toUpperCase(Locale.ROOT)),
        head[2],
        WritingStyle.strokes(parts[1]));
  }
}
