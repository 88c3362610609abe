package org.digitpad.ink;

/**
 * What is to be read: strokes on plain paper, or on an image that lies there already.
 *
 * @param ground the image under the strokes, filling the paper; blank for plain paper
 * @param drawing the strokes; on an image their units are those of a paper of {@value #PAPER} a
 *     side, so that ten of them are a pixel
 */
public record CanvasContent(DigitImage ground, Drawing drawing) {
  /** Units a side of the paper that an image fills. */
  public static final double PAPER = 280;

  static final double UNITS_A_PIXEL = PAPER / DigitImage.SIDE;

  public static final CanvasContent BLANK = new CanvasContent(Drawing.BLANK);

  /** Strokes on plain paper. */
  public CanvasContent(Drawing drawing) {
    this(DigitImage.BLANK, drawing);
  }

  /** Whether there is neither an image nor ink. */
  public boolean isBlank() {
    return isPlain() && drawing.isBlank();
  }

  /** Whether there is no image. */
  public boolean isPlain() {
    return ground.isBlank();
  }
}
