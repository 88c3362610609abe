package org.digitpad.recognize.sequence;

import java.util.List;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
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
    if (!content.hasBackground()) {
      return recognize(content.drawing());
    }
    BoundingBox canvas = new BoundingBox(0, 0, CanvasContent.SIZE, CanvasContent.SIZE);
    return new DigitSequence(
        List.of(new SequenceDigit(content.drawing(), canvas, recognizer.recognize(content))));
  }

  /**
   * Recognizes strokes without a background. Takes about a millisecond for a handful of strokes,
   * and tens of milliseconds for the largest drawings that are split.
   *
   * @throws BadInputException if the model cannot compute probabilities
   */
  public DigitSequence recognize(Drawing drawing) {
    List<Stroke> strokes =
        drawing.strokes().stream().filter(stroke -> !stroke.points().isEmpty()).toList();
    BoundingBox box = box(strokes);
    if (strokes.isEmpty()
        || strokes.size() > MAX_STROKES
        || !Double.isFinite(box.width())
        || !Double.isFinite(box.height())) {
      return recognizeSingle(drawing);
    }
    List<Piece> pieces = strokes.stream().map(Piece::new).toList();
    double height = pieces.stream().mapToDouble(piece -> piece.box().height()).max().orElseThrow();
    if (height <= MIN_HEIGHT_PER_PEN_WIDTH * drawing.penWidth()) {
      return recognizeSingle(drawing);
    }
    Partitioner partitioner = new Partitioner(recognizer, height);
    List<Candidate> digits = partitioner.partition(pieces).digits();
    return digits.size() == 1
        ? recognizeSingle(drawing)
        : new DigitSequence(
            digits.stream()
                .map(
                    digit ->
                        new SequenceDigit(
                            partitioner.drawing(digit.pieces()), digit.box(), digit.prediction()))
                .toList());
  }

  /**
   * Recognizes strokes as one digit, however many there may be.
   *
   * @throws BadInputException if the model cannot compute probabilities
   */
  public DigitSequence recognizeSingle(Drawing drawing) {
    return new DigitSequence(
        List.of(new SequenceDigit(drawing, box(drawing.strokes()), recognizer.recognize(drawing))));
  }

  private static BoundingBox box(List<Stroke> strokes) {
    return BoundingBox.of(strokes.stream().flatMap(stroke -> stroke.points().stream())::iterator);
  }
}
