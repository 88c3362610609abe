package org.digitpad.ink;

import java.util.Arrays;

/**
 * Renders drawings as {@link StrokeRenderer} describes, into arrays. It reuses its memory, so that
 * whoever renders many thousands of drawings leaves little to collect. Serves one thread.
 */
public final class PixelRenderer {
  private static final double IMAGE_CENTER = (DigitImage.SIDE - 1) / 2.0;

  private final PenRasterizer rasterizer = new PenRasterizer(PenRasterizer.PEN_WIDTH);

  /**
   * Writes the 784 pixels of a drawing, from 0 to 1, row-major.
   *
   * @param penWidth diameter of the pen in pixels of the image, less than 20
   */
  public void render(Drawing drawing, double penWidth, float[] target) {
    if (drawing.isBlank()) {
      Arrays.fill(target, 0, DigitImage.PIXELS, 0);
      return;
    }
    FittedPath path = FittedPath.of(drawing, penWidth);
    InkPoint center = center(path, target);
    path.rasterize(center.x(), center.y(), rasterizer, target);
  }

  /**
   * Returns where the center of the path's bounding box is placed.
   *
   * @param target receives the pixels of the path before it is moved there
   */
  private InkPoint center(FittedPath path, float[] target) {
    path.rasterize(IMAGE_CENTER, IMAGE_CENTER, rasterizer, target);
    CenterOfMass mass = CenterOfMass.of(target);
    return new InkPoint(
        boxCenter(mass.x(), path.halfWidth(), path.penWidth()),
        boxCenter(mass.y(), path.halfHeight(), path.penWidth()));
  }

  /** Renders a drawing with at least one point as {@link #render}, and tells the steps. */
  RenderingSteps renderInSteps(Drawing drawing, double penWidth) {
    float[] pixels = new float[DigitImage.PIXELS];
    FittedPath path = FittedPath.of(drawing, penWidth);
    InkPoint center = center(path, pixels);
    DigitImage fitted = new DigitImage(pixels);
    path.rasterize(center.x(), center.y(), rasterizer, pixels);
    return new RenderingSteps(
        drawing,
        path,
        fitted,
        new InkPoint(center.x() - IMAGE_CENTER, center.y() - IMAGE_CENTER),
        new DigitImage(pixels));
  }

  /** Writes the pixels of a drawing with the pen that digits are recognized with. */
  public void render(Drawing drawing, float[] target) {
    render(drawing, PenRasterizer.PEN_WIDTH, target);
  }

  /**
   * Returns where to place the center of the path's bounding box along one axis.
   *
   * @param mass center of mass of the ink with the box at the center of the image
   * @param half half the size of the box
   */
  private static double boxCenter(double mass, double half, double penWidth) {
    double maxShift = DigitImage.SIDE / 2.0 - penWidth / 2 - half;
    return IMAGE_CENTER + Math.max(-maxShift, Math.min(maxShift, CenterOfMass.TARGET - mass));
  }
}
