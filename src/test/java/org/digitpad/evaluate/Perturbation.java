package org.digitpad.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * Changes of a drawing that depend on the person, the pen and the canvas, and keep the digit. The
 * perturbed drawing stays on the canvas and is as a mouse captures it: at whole pixels, without
 * repeated points. The canvas has {@value #CANVAS} pixels a side, less than half as many as the
 * window's.
 */
public enum Perturbation {
  /** Degrees, clockwise. */
  ROTATION("rotation, ° clockwise", -30, -20, -10, 0, 10, 20, 30),
  /** Degrees by which a vertical line leans to the right. */
  SLANT("slant, ° to the right", -30, -20, -10, 0, 10, 20, 30),
  /** Longer side of the drawing, in percent of the canvas. */
  SIZE("size, % of the canvas", 5, 10, 20, 40, 60, 80, 100),
  /** Corners, edges and the center, row by row: see {@link #POSITIONS}. */
  POSITION("position on the canvas", 0, 1, 2, 3, 4, 5, 6, 7, 8),
  /** Width of the brush in pixels, from the minimum to the maximum of the pad. */
  BRUSH("brush, pixels of 280", 8, 12, 16, 20, 24, 28),
  /** Only every n-th point is captured, as with a pen that is n times as fast. */
  SPEED("speed of the pen, ×", 1, 2, 3, 4, 6, 8),
  /** Standard deviation of the noise on each point, in pixels. */
  TREMOR("tremor, pixels of 280", 0, 1, 2, 3, 4, 6);

  private static final double CANVAS = 280;
  private static final double CENTER = CANVAS / 2;
  private static final String POSITIONS = "↖↑↗←·→↙↓↘";

  private final String title;
  private final List<Double> amounts;

  Perturbation(String title, double... amounts) {
    this.title = title;
    this.amounts = DoubleStream.of(amounts).boxed().toList();
  }

  /** Name and unit. */
  public String title() {
    return title;
  }

  /** The amounts to evaluate, in the unit of the title. */
  public List<Double> amounts() {
    return amounts;
  }

  /** The label of an amount in tables and charts. */
  public String format(double amount) {
    int whole = (int) amount;
    return this == POSITION
        ? POSITIONS.substring(whole, whole + 1)
        : String.valueOf(whole).replace('-', '−');
  }

  /**
   * Returns the perturbed drawing.
   *
   * @param drawing a drawing with at least one point
   */
  public Drawing apply(Drawing drawing, double amount, SplittableRandom random) {
    return switch (this) {
      case ROTATION -> captured(map(drawing, rotation(Math.toRadians(amount))));
      case SLANT -> captured(map(drawing, slant(Math.tan(Math.toRadians(amount)))));
      case SIZE -> captured(place(drawing, amount / 100 * CANVAS, 0.5, 0.5));
      case POSITION ->
          captured(
              place(
                  drawing,
                  Math.min(CANVAS, Box.of(drawing).side()),
                  (int) amount % 3 / 2.0,
                  (int) amount / 3 / 2.0));
      case BRUSH -> captured(new Drawing(drawing.strokes(), amount));
      case SPEED -> captured(everyNth(drawing, (int) amount));
      case TREMOR ->
          captured(
              map(
                  drawing,
                  point ->
                      new InkPoint(
                          point.x() + amount * random.nextGaussian(),
                          point.y() + amount * random.nextGaussian())));
    };
  }

  private static UnaryOperator<InkPoint> rotation(double angle) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    return point -> {
      double x = point.x() - CENTER;
      double y = point.y() - CENTER;
      return new InkPoint(CENTER + cosine * x - sine * y, CENTER + sine * x + cosine * y);
    };
  }

  private static UnaryOperator<InkPoint> slant(double shear) {
    return point -> new InkPoint(point.x() - shear * (point.y() - CENTER), point.y());
  }

  private static Drawing everyNth(Drawing drawing, int n) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = new ArrayList<>();
      int last = stroke.points().size() - 1;
      for (int i = 0; i <= last; i++) {
        if (i % n == 0 || i == last) {
          points.add(stroke.points().get(i));
        }
      }
      strokes.add(new Stroke(points));
    }
    return new Drawing(strokes, drawing.penWidth());
  }

  /** Moves and shrinks a drawing as far as needed to fit the canvas, and rounds it to pixels. */
  private static Drawing captured(Drawing drawing) {
    Box box = Box.of(drawing);
    double side = Math.min(CANVAS, box.side());
    Drawing fitting =
        place(drawing, side, position(box.left, box.width()), position(box.top, box.height()));
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : fitting.strokes()) {
      List<InkPoint> points = new ArrayList<>();
      for (InkPoint exact : stroke.points()) {
        InkPoint point = new InkPoint(Math.rint(exact.x()), Math.rint(exact.y()));
        if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
          points.add(point);
        }
      }
      strokes.add(new Stroke(points));
    }
    return new Drawing(strokes, drawing.penWidth());
  }

  /** Position of an interval between one edge of the canvas (0) and the other (1). */
  private static double position(double from, double length) {
    double free = CANVAS - length;
    return free <= 0 ? 0.5 : Math.max(0, Math.min(1, from / free));
  }

  /**
   * Scales and moves a drawing.
   *
   * @param side its longer side afterwards
   * @param right its position from the left edge (0) to the right edge (1)
   * @param down its position from the top edge (0) to the bottom edge (1)
   */
  private static Drawing place(Drawing drawing, double side, double right, double down) {
    Box box = Box.of(drawing);
    double scale = box.side() > 0 ? side / box.side() : 1;
    double left = right * (CANVAS - scale * box.width());
    double top = down * (CANVAS - scale * box.height());
    return map(
        drawing,
        point ->
            new InkPoint(
                left + scale * (point.x() - box.left), top + scale * (point.y() - box.top)));
  }

  private static Drawing map(Drawing drawing, UnaryOperator<InkPoint> change) {
    return new Drawing(
        drawing.strokes().stream()
            .map(stroke -> new Stroke(stroke.points().stream().map(change).toList()))
            .toList(),
        drawing.penWidth());
  }

  /** The bounding box of all points. */
  private record Box(double left, double top, double right, double bottom) {
    static Box of(Drawing drawing) {
      double[] x = coordinates(drawing, InkPoint::x);
      double[] y = coordinates(drawing, InkPoint::y);
      return new Box(x[0], y[0], x[x.length - 1], y[y.length - 1]);
    }

    private static double[] coordinates(Drawing drawing, ToDoubleFunction<InkPoint> which) {
      return drawing.strokes().stream()
          .flatMap(stroke -> stroke.points().stream())
          .mapToDouble(which)
          .sorted()
          .toArray();
    }

    double width() {
      return right - left;
    }

    double height() {
      return bottom - top;
    }

    double side() {
      return Math.max(width(), height());
    }
  }
}
