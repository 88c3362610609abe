package org.digitpad.ui.drawings;

import java.util.List;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.InkRasterizer;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;
import org.digitpad.ui.pad.InkCurve;

/** Pictures of what the canvas shows, at any size. */
final class DrawingRaster {
  /** Paper around the ink that is cut out, as a share of its longer side. */
  private static final double CUT_MARGIN = 0.1;

  /** A dot is not enlarged beyond recognition: side of the smallest cut, in units of the canvas. */
  private static final double MIN_CUT = 70;

  private DrawingRaster() {}

  /**
   * Draws the curves that the canvas shows.
   *
   * @param side width and height of the picture in pixels
   * @return how much of each pixel is ink, row-major, from 0 to 255 (as unsigned bytes)
   */
  static byte[] coverage(Drawing drawing, int side) {
    return coverage(drawing, side, new InkPoint(0, 0), side / CanvasContent.SIZE);
  }

  /**
   * Draws the curves that the canvas shows, without most of the paper around them, so that a small
   * digit can be recognized.
   *
   * @param side width and height of the picture in pixels
   * @return how much of each pixel is ink, as {@link #coverage(Drawing, int)} does
   */
  static byte[] cropped(Drawing drawing, int side) {
    StrokeBounds ink = StrokeBounds.ofInk(drawing.strokes());
    double cut =
        drawing.isBlank()
            ? CanvasContent.SIZE
            : Math.max(MIN_CUT, ink.side() * (1 + 2 * CUT_MARGIN));
    InkPoint center = drawing.isBlank() ? new InkPoint(0, 0) : ink.center();
    InkPoint origin = new InkPoint(center.x() - cut / 2, center.y() - cut / 2);
    return coverage(drawing, side, origin, side / cut);
  }

  private static byte[] coverage(Drawing drawing, int side, InkPoint origin, double scale) {
    InkRasterizer raster = new InkRasterizer(side);
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points =
          stroke.points().stream()
              .map(point -> new InkPoint(point.x() - origin.x(), point.y() - origin.y()))
              .toList();
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
