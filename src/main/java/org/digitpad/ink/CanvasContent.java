package org.digitpad.ink;

/**
 * What is on the canvas and is to be recognized: strokes on an empty canvas or on a background
 * image.
 *
 * @param background the image under the strokes, which fills the canvas; blank if there is none
 * @param drawing the strokes; over a background image, their units are those of a canvas of {@value
 *     #SIZE}×{@value #SIZE} units, so that a pixel of the image is ten units wide
 */
public record CanvasContent(DigitImage background, Drawing drawing) {
  /** Width and height, in units, of the canvas that a background image fills. */
  public static final double SIZE = 280;

  static final double UNITS_PER_PIXEL = SIZE / DigitImage.SIDE;

  public static final CanvasContent BLANK = new CanvasContent(Drawing.BLANK);

  /** Strokes without a background image. */
  public CanvasContent(Drawing drawing) {
    this(DigitImage.BLANK, drawing);
  }

  /** Returns whether there is neither a background image nor a stroke with a point. */
  public boolean isBlank() {
    return !hasBackground() && drawing.isBlank();
  }

  /** Returns whether there is a background image. */
  public boolean hasBackground() {
    return !background.isBlank();
  }
}
