package org.digitpad.ui.drawings;

import java.util.List;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.InkRasterizer;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.pad.InkCurve;

/** Pictures of what the canvas shows, at any size. */
final class DrawingRaster {
  private DrawingRaster() {}

  /**
   * Draws the curves that the canvas shows.
   *
   * @param side width and height of the picture in pixels
   * @return how much of each pixel is ink, row-major, from 0 to 255 (as unsigned bytes)
   */
  static byte[] coverage(Drawing drawing, int side) {
    double scale = side / CanvasContent.SIZE;
    InkRasterizer raster = new InkRasterizer(side);
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = stroke.points();
      if (!points.isEmpty()) {
        InkPoint start = points.get(0);
        Pen pen = new Pen(raster, scale, stroke.penWidth(), start.x() * scale, start.y() * scale);
        InkCurve.draw(points, 0, points.size() - 1, pen);
      }
    }
    return raster.coverage();
  }

  /** Draws a content as {@link #coverage(Drawing, int)} does, over its background image. */
  static byte[] coverage(CanvasContent content, int side) {
    byte[] coverage = coverage(content.drawing(), side);
    if (content.hasBackground()) {
      for (int pixel = 0; pixel < coverage.length; pixel++) {
        int row = pixel / side * DigitImage.SIDE / side;
        int column = pixel % side * DigitImage.SIDE / side;
        int image = Math.round(255 * content.background().at(row, column));
        coverage[pixel] = (byte) Math.max(coverage[pixel] & 0xff, image);
      }
    }
    return coverage;
  }

  /** Moves along the lines of a stroke. */
  private static final class Pen implements InkCurve.Lines {
    private final InkRasterizer raster;
    private final double scale;
    private final double width;
    private double x;
    private double y;

    Pen(InkRasterizer raster, double scale, double width, double x, double y) {
      this.raster = raster;
      this.scale = scale;
      this.width = width * scale;
      this.x = x;
      this.y = y;
    }

    @Override
    public void to(double nextX, double nextY) {
      raster.drawLine(x, y, nextX * scale, nextY * scale, width);
      x = nextX * scale;
      y = nextY * scale;
    }
  }
}
