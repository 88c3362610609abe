package org.digitpad.ui.pad;

import java.util.Arrays;
import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * Renders drawings by the distance of each pixel from the straight lines between the points, which
 * is what the network sees, and compares pictures of the canvas with it.
 */
public final class ReferenceInk {
  /** Pixels farther from all ink are only known to be so. */
  private static final double FAR = 16;

  private final int side;
  private final double[] distances;

  /**
   * @param side side of the canvas in pixels
   */
  public ReferenceInk(Drawing drawing, int side) {
    this.side = side;
    distances = new double[side * side];
    Arrays.fill(distances, FAR);
    double scale = side / PadViewModel.SIDE;
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = stroke.points();
      for (int i = 0; i < points.size(); i++) {
        InkPoint from = points.get(Math.max(0, i - 1));
        InkPoint to = points.get(i);
        draw(
            from.x() * scale,
            from.y() * scale,
            to.x() * scale,
            to.y() * scale,
            stroke.penWidth() / 2 * scale);
      }
    }
  }

  private void draw(double x1, double y1, double x2, double y2, double radius) {
    double reach = radius + FAR;
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = dx * dx + dy * dy;
    int right = (int) Math.min(side - 1, Math.max(x1, x2) + reach);
    int bottom = (int) Math.min(side - 1, Math.max(y1, y2) + reach);
    for (int y = (int) Math.max(0, Math.min(y1, y2) - reach); y <= bottom; y++) {
      for (int x = (int) Math.max(0, Math.min(x1, x2) - reach); x <= right; x++) {
        double px = x + 0.5 - x1;
        double py = y + 0.5 - y1;
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        double distance = Math.hypot(px - t * dx, py - t * dy) - radius;
        distances[y * side + x] = Math.min(distances[y * side + x], distance);
      }
    }
  }

  /**
   * Returns the number of pixels with ink where there is none, or the other way round.
   *
   * @param pixels dark where there is ink
   * @param edge distance in pixels from the edge of the ink within which a pixel may be anything
   * @param margin width of the border of the canvas in pixels, which is not compared
   */
  public int wrongPixels(PixelReader pixels, double edge, int margin) {
    int[] colors = new int[side * side];
    pixels.getPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), colors, 0, side);
    int wrong = 0;
    for (int y = margin; y < side - margin; y++) {
      for (int x = margin; x < side - margin; x++) {
        boolean ink = (colors[y * side + x] & 0xff) < 0x80;
        double distance = distances[y * side + x];
        if (ink ? distance > edge : distance < -edge) {
          wrong++;
        }
      }
    }
    return wrong;
  }
}
