package org.digitpad.bench;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Stroke;

/** A drawing while it grows. */
final class Beginnings {
  private Beginnings() {}

  /** The drawing after each of its points. */
  static List<Drawing> of(Drawing drawing) {
    List<Drawing> beginnings = new ArrayList<>();
    List<Stroke> done = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      for (int count = 1; count <= stroke.points().size(); count++) {
        List<Stroke> strokes = new ArrayList<>(done);
        strokes.add(new Stroke(stroke.points().subList(0, count), stroke.penWidth()));
        beginnings.add(new Drawing(strokes));
      }
      done.add(stroke);
    }
    return beginnings;
  }
}
