package org.digitpad.data.synth;

import java.util.List;
import java.util.Locale;
import org.digitpad.data.synth.WritingStyle.Knot;

/**
 * One drawing that is no digit.
 *
 * @param strokes the pen's way, stroke by stroke; each has at least two points
 */
record StrokeTemplate(
    NonDigitSplit part, NonDigitKind kind, String name, List<List<Knot>> strokes) {
  StrokeTemplate {
    strokes = strokes.stream().map(List::copyOf).toList();
  }

  /** Reads a line like {@code learn letter H: 6,0 6,100 | 70,0 70,100}; see nondigits.txt. */
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
