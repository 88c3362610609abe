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
 * What hands, pens and mice do to a digit without making it another one. Whatever it is, the
 * drawing stays on the paper and comes as a mouse would deliver it: at whole pixels, of which this
 * paper has {@value #PAPER} a side, less than half as many as the window's, and each once in a row.
 */
public enum Disturbance {
  /** Degrees, clockwise. */
  ROTATION("rotation, ° clockwise", -30, -20, -10, 0, 10, 20, 30),
  /** Degrees by which what was upright leans to the right. */
  SLANT("slant, ° to the right", -30, -20, -10, 0, 10, 20, 30),
  /** The longer side, in percent of the paper's. */
  SIZE("size, % of the paper", 5, 10, 20, 40, 60, 80, 100),
  /** Corners, edges and the middle, row by row: see {@link #PLACES}. */
  POSITION("place on the paper", 0, 1, 2, 3, 4, 5, 6, 7, 8),
  /** Width of the brush, from the thinnest to the thickest, in pixels. */
  BRUSH("brush, pixels of 280", 8, 12, 16, 20, 24, 28),
  /** Of so many points in a row one is caught, as of a pen so many times as fast. */
  SPEED("speed of the pen, ×", 1, 2, 3, 4, 6, 8),
  /** Standard deviation of each point, in pixels. */
  TREMOR("tremor, pixels of 280", 0, 1, 2, 3, 4, 6);

  private static final double PAPER = 280;
  private static final double MIDDLE = PAPER / 2;
  private static final String PLACES = "↖↑↗←·→↙↓↘";

  private final String title;
  private final List<Double> amounts;

  Disturbance(String title, double... amounts) {
    this.title = title;
    this.amounts = DoubleStream.of(amounts).boxed().toList();
  }

  /** What it is, and in which unit. */
  public String title() {
    return title;
  }

  /** How much of it to try. */
  public List<Double> amounts() {
    return amounts;
  }

  /** How to write an amount of it. */
  public String inWords(double amount) {
    int whole = (int) amount;
    return this == POSITION
        ? PLACES.substring(whole, whole + 1)
        : String.valueOf(whole).replace('-', '−');
  }

  /**
   * Returns the disturbed drawing.
   *
   * @param drawing with at least one point
   */
  public Drawing apply(Drawing drawing, double amount, SplittableRandom random) {
    return switch (this) {
      case ROTATION -> caught(map(drawing, rotation(Math.toRadians(amount))));
      case SLANT -> caught(map(drawing, slant(Math.tan(Math.toRadians(amount)))));
      case SIZE -> caught(place(drawing, amount / 100 * PAPER, 0.5, 0.5));
      case POSITION ->
          caught(
              place(
                  drawing,
                  Math.min(PAPER, Box.of(drawing).side()),
                  (int) amount % 3 / 2.0,
                  (int) amount / 3 / 2.0));
      case BRUSH -> caught(new Drawing(drawing.strokes(), amount));
      case SPEED -> caught(everyNth(drawing, (int) amount));
      case TREMOR ->
          caught(
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
      double x = point.x() - MIDDLE;
      double y = point.y() - MIDDLE;
      return new InkPoint(MIDDLE + cosine * x - sine * y, MIDDLE + sine * x + cosine * y);
    };
  }

  private static UnaryOperator<InkPoint> slant(double shear) {
    return point -> new InkPoint(point.x() - shear * (point.y() - MIDDLE), point.y());
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

  /** Leaves a drawing where it is if it fits, or makes it fit, and gives it whole pixels. */
  private static Drawing caught(Drawing drawing) {
    Box box = Box.of(drawing);
    double side = Math.min(PAPER, box.side());
    Drawing fitting =
        place(drawing, side, share(box.left, box.width()), share(box.top, box.height()));
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

  /** Where something lies between one edge of the paper (0) and the other (1). */
  private static double share(double from, double length) {
    double room = PAPER - length;
    return room <= 0 ? 0.5 : Math.max(0, Math.min(1, from / room));
  }

  /**
   * Scales and moves a drawing.
   *
   * @param side what its longer side shall measure
   * @param right its place from the left edge (0) to the right one (1)
   * @param down its place from the upper edge (0) to the lower one (1)
   */
  private static Drawing place(Drawing drawing, double side, double right, double down) {
    Box box = Box.of(drawing);
    double scale = box.side() > 0 ? side / box.side() : 1;
    double left = right * (PAPER - scale * box.width());
    double top = down * (PAPER - scale * box.height());
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

  /** The smallest box around all points. */
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
