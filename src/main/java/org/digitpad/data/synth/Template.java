package org.digitpad.data.synth;

import java.util.List;
import java.util.Locale;
import org.digitpad.data.synth.WritingStyle.Knot;

/**
 * One drawing that is no digit.
 *
 * @param strokes the pen's way, stroke by stroke; each has at least two points
 */
record Template(DoodlePart part, DoodleKind kind, String name, List<List<Knot>> strokes) {
  Template {
    strokes = strokes.stream().map(List::copyOf).toList();
  }

  /** Reads a line like {@code learn letter H: 6,0 6,100 | 70,0 70,100}; see nondigits.txt. */
  static Template parse(String line) {
    String[] parts = line.split(":", 2);
    String[] head = parts[0].strip().split(" +");
    return new Template(
        DoodlePart.valueOf(head[0].toUpperCase(Locale.ROOT)),
        DoodleKind.valueOf(head[1].toUpperCase(Locale.ROOT)),
        head[2],
        WritingStyle.strokes(parts[1]));
  }
}
