package org.digitpad.recognize.sequence;

import java.util.List;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.Recognizer;

/**
 * Recognizes drawings of one or several digits that stand side by side. Strokes are grouped into
 * the digits for which most {@link Evidence} speaks. Not thread-safe.
 */
public final class DigitSequenceRecognizer {
  /** A drawing of more strokes is taken for one digit, which bounds the time that it takes. */
  static final int MAX_STROKES = 60;

  /** Digits lower than this share of the pen's width would be blots, as the pen hides them. */
  private static final double MIN_HEIGHT_PER_PEN_WIDTH = 0.25;

  /** Gap to all other strokes from which on a stroke begins a digit of its own, in their height. */
  private static final double APART = 0.15;

  /** Size from which on a growing stroke counts if it stands apart, in the others' height. */
  private static final double MIN_SIZE_APART = 0.5;

  /** The same for one that does not: a four's second stroke looks like a digit for long. */
  private static final double MIN_SIZE = 0.9;

  private final Recognizer recognizer;

  public DigitSequenceRecognizer(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  /**
   * Recognizes the content of the canvas. Over a background image, which shows one digit, the
   * strokes are not split, as they belong to that digit; the box is then the canvas.
   *
   * @throws BadInputException if the model cannot compute probabilities
   */
  public DigitSequence recognize(CanvasContent content) {
    return recognize(content, false);
  }

  /**
   * Recognizes the content of the canvas while it is drawn. So that a single digit does not become
   * two and one again, the stroke in progress is not cut, and beside others it counts only once it
   * is large.
   *
   * @param growing whether the last stroke is still being drawn
   * @throws BadInputException if the model cannot compute probabilities
   */
  public DigitSequence recognize(CanvasContent content, boolean growing) {
    if (!content.hasBackground()) {
      return recognize(content.drawing(), growing);
    }
    BoundingBox canvas = new BoundingBox(0, 0, CanvasContent.SIZE, CanvasContent.SIZE);
    return new DigitSequence(
        new SequenceDigit(content.drawing(), canvas, recognizer.recognize(content)));
  }

  /**
   * Recognizes strokes without a background. Takes about a millisecond for a handful of strokes,
   * and tens of milliseconds for the largest drawings that are split.
   *
   * @throws BadInputException if the model cannot compute probabilities
   */
  public DigitSequence recognize(Drawing drawing) {
    return recognize(drawing, false);
  }

  private DigitSequence recognize(Drawing drawing, boolean growing) {
    List<Stroke> strokes =
        drawing.strokes().stream().filter(stroke -> !stroke.points().isEmpty()).toList();
    BoundingBox box = box(strokes);
    if (strokes.isEmpty()
        || strokes.size() > MAX_STROKES
        || !Double.isFinite(box.width())
        || !Double.isFinite(box.height())) {
      return recognizeSingle(drawing);
    }
    if (growing && strokes.size() > 1) {
      List<Stroke> finished = strokes.subList(0, strokes.size() - 1);
      BoundingBox others = box(finished);
      BoundingBox last = box(strokes.subList(finished.size(), strokes.size()));
      boolean apart = last.gap(others) > APART * others.height();
      if (isTooSmall(last, others, apart)) {
        // what is finished, as it was before; a single digit may go on
        DigitSequence before = recognize(new Drawing(finished), false);
        return before.digits().size() > 1 || apart ? before : recognizeSingle(drawing);
      }
    }
    List<Piece> pieces = strokes.stream().map(Piece::new).toList();
    double height = pieces.stream().mapToDouble(piece -> piece.box().height()).max().orElseThrow();
    if (height <= MIN_HEIGHT_PER_PEN_WIDTH * drawing.penWidth()) {
      return recognizeSingle(drawing);
    }
    Partitioner partitioner = new Partitioner(recognizer, height);
    List<Candidate> candidates = partitioner.partition(pieces, growing).digits();
    List<SequenceDigit> digits =
        candidates.stream().map(digit -> digit(digit, partitioner, growing)).toList();
    return new DigitSequence(digits, lastDrawn(candidates, pieces.get(pieces.size() - 1)));
  }

  private static SequenceDigit digit(Candidate digit, Partitioner partitioner, boolean growing) {
    return new SequenceDigit(
        partitioner.drawing(digit.pieces()),
        digit.box(),
        digit.prediction(),
        !growing && digit.prediction().rejected() && partitioner.looksLikeTwo(digit),
        false);
  }

  /** Whether it cannot be told yet to which digit the last stroke will belong. */
  private static boolean isTooSmall(BoundingBox last, BoundingBox others, boolean apart) {
    double size = Math.max(last.width(), last.height());
    return size < (apart ? MIN_SIZE_APART : MIN_SIZE) * others.height();
  }

  /** Returns the index of the digit with the end of a stroke, which may have been cut. */
  private static int lastDrawn(List<Candidate> digits, Piece stroke) {
    InkPoint end = end(stroke);
    int nearest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < digits.size(); i++) {
      for (Piece piece : digits.get(i).pieces()) {
        InkPoint other = end(piece);
        double distance = Math.hypot(other.x() - end.x(), other.y() - end.y());
        if (distance < smallest) {
          smallest = distance;
          nearest = i;
        }
      }
    }
    return nearest;
  }

  private static InkPoint end(Piece piece) {
    List<InkPoint> points = piece.stroke().points();
    return points.get(points.size() - 1);
  }

  /**
   * Recognizes strokes as one digit, however many there may be.
   *
   * @throws BadInputException if the model cannot compute probabilities
   */
  public DigitSequence recognizeSingle(Drawing drawing) {
    return new DigitSequence(
        new SequenceDigit(drawing, box(drawing.strokes()), recognizer.recognize(drawing)));
  }

  private static BoundingBox box(List<Stroke> strokes) {
    return BoundingBox.of(strokes.stream().flatMap(stroke -> stroke.points().stream())::iterator);
  }
}
