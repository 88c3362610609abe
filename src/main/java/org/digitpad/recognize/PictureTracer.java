package org.digitpad.recognize;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.ink.scan.InkTracer;

/** Digits of a picture as strokes on a canvas, as far apart and as large as they are there. */
final class PictureTracer {
  /** Free space around all digits, in units of the canvas. */
  private static final double MARGIN = 40;

  private static final double FREE = CanvasContent.SIZE - 2 * MARGIN;

  private PictureTracer() {}

  /** Traces what was read, none of it blank. */
  static Drawing trace(List<PictureReading> readings) {
    double left = readings.stream().mapToDouble(each -> each.box().left()).min().orElse(0);
    double top = readings.stream().mapToDouble(each -> each.box().top()).min().orElse(0);
    double right = readings.stream().mapToDouble(each -> right(each.box())).max().orElse(0);
    double bottom = readings.stream().mapToDouble(each -> bottom(each.box())).max().orElse(0);
    double scale = FREE / Math.max(1, Math.max(right - left, bottom - top));
    double middleX = (left + right) / 2;
    double middleY = (top + bottom) / 2;
    List<Stroke> strokes = new ArrayList<>();
    for (PictureReading reading : readings) {
      InkBounds box = reading.box();
      strokes.addAll(
          place(
              InkTracer.trace(reading.prediction().image()),
              CanvasContent.SIZE / 2 + scale * (box.left() + box.width() / 2.0 - middleX),
              CanvasContent.SIZE / 2 + scale * (box.top() + box.height() / 2.0 - middleY),
              scale * box.width(),
              scale * box.height()));
    }
    return new Drawing(strokes);
  }

  /** Fits strokes into a box, with their aspect ratio kept. */
  private static List<Stroke> place(
      Drawing traced, double middleX, double middleY, double width, double height) {
    StrokeBounds ink = StrokeBounds.ofInk(traced.strokes());
    double scale = Math.min(width / ink.width(), height / ink.height());
    InkPoint center = ink.center();
    return traced.strokes().stream()
        .map(
            stroke ->
                new Stroke(
                    stroke.points().stream()
                        .map(
                            point ->
                                new InkPoint(
                                    middleX + scale * (point.x() - center.x()),
                                    middleY + scale * (point.y() - center.y())))
                        .toList(),
                    scale * stroke.penWidth()))
        .toList();
  }

  private static double right(InkBounds box) {
    return box.left() + (double) box.width();
  }

  private static double bottom(InkBounds box) {
    return box.top() + (double) box.height();
  }
}
