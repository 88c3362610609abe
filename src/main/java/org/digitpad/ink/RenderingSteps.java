package org.digitpad.ink;

/**
 * The way of a drawing to its image.
 *
 * @param drawing the strokes as they were drawn
 * @param path the strokes fitted into 20×20 pixels, around (0, 0)
 * @param fitted the path with its bounding box in the middle of the image
 * @param shift by how many pixels it was then moved right (x) and down (y), so that its center of
 *     mass is where MNIST's are
 * @param image the result
 */
public record RenderingSteps(
    Drawing drawing, FittedPath path, DigitImage fitted, InkPoint shift, DigitImage image) {
  /** Whether places of the image are places of the drawing: not those of a dot. */
  public boolean isPlaced() {
    return path.unitsPerPixel() > 0;
  }

  /** The y in the drawing that came to lie so many pixels from the upper edge of the image. */
  public double drawingY(double pixels) {
    return path.originY() + (pixels - DigitImage.SIDE / 2.0 - shift.y()) * path.unitsPerPixel();
  }

  /** How many pixels from the upper edge of the image a y of the drawing came to lie. */
  public double imageY(double y) {
    return (y - path.originY()) / path.unitsPerPixel() + DigitImage.SIDE / 2.0 + shift.y();
  }
}
