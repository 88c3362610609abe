package org.digitpad.recognize.sequence;

import org.digitpad.ink.Drawing;
import org.digitpad.recognize.Prediction;

/**
 * One digit of a drawing.
 *
 * @param drawing its strokes in the order of time, in the coordinates of the whole drawing; parts
 *     of strokes where a stroke runs through two digits
 * @param box around the points of the strokes
 * @param prediction what the network reads
 * @param perhapsTwo whether the prediction is rejected, and two digits that touch or overlap are a
 *     better explanation
 * @param unfinished whether it is still being drawn, and the prediction is what it may become
 */
public record SequenceDigit(
    Drawing drawing,
    BoundingBox box,
    Prediction prediction,
    boolean perhapsTwo,
    boolean unfinished) {
  /** A finished digit that does not look like two. */
  public SequenceDigit(Drawing drawing, BoundingBox box, Prediction prediction) {
    this(drawing, box, prediction, false, false);
  }

  /** Returns this digit as one that is still being drawn. */
  public SequenceDigit withUnfinished(Prediction next) {
    return new SequenceDigit(drawing, box, next, false, true);
  }
}
