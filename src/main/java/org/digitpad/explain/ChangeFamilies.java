package org.digitpad.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;

/** All changes that are tried on a drawing. */
final class ChangeFamilies {
  /** What ink that comes or goes counts as moved by, in longer sides of the bounding box. */
  private static final double DISTANCE_OF_NEW_INK = 0.25;

  /** Steps of each strength, unless said otherwise. */
  private static final int LEVELS = 12;

  /** Of a stroke's length, at either end. */
  private static final double MAX_SHORTENED = 0.8;

  private static final int SHORTENED_LEVELS = 20;

  /** In longer sides of the bounding box. */
  private static final double MAX_MOVE = 0.3;

  private static final int DIRECTIONS = 8;

  /** In longer sides: wider ones are no gaps that a hand left by accident. */
  private static final double MAX_GAP = 0.5;

  /**
   * In pen widths, from the middle of a line to the middle of another: narrower ones are closed.
   */
  private static final double MIN_GAP = 0.75;

  /** In longer sides. */
  private static final double MAX_OPENING = 0.35;

  private static final int OPENINGS = 11;

  /** Tangent of the angle. */
  private static final double MAX_SLANT = 0.6;

  private static final double MAX_TURN = Math.toRadians(36);

  private static final double MAX_SHRINKING = 0.6;
  private static final double MAX_GROWTH = 0.8;

  private static final double MAX_LENGTH = 1e100;

  /** Of all strokes together, to calculate a mean. */
  private static final int PIECES = 64;

  private final Drawing drawing;
  private final List<Stroke> strokes;
  private final List<StrokePath> paths;
  private final double side;
  private final double length;
  private final InkPoint center;
  private final List<ChangeFamily> families = new ArrayList<>();

  private ChangeFamilies(Drawing drawing) {
    this.drawing = drawing;
    this.strokes = drawing.strokes().stream().filter(stroke -> !stroke.points().isEmpty()).toList();
    this.paths = strokes.stream().map(StrokePath::new).toList();
    StrokeBounds box = StrokeBounds.of(strokes);
    this.side = box.side();
    this.center = box.center();
    this.length = paths.stream().mapToDouble(this::inkLength).sum();
  }

  /** All families for a drawing; none if it is blank, a dot, or too large or small to calculate. */
  static List<ChangeFamily> of(Drawing drawing) {
    if (drawing.isBlank()) {
      return List.of();
    }
    ChangeFamilies all = new ChangeFamilies(drawing);
    if (!(all.side > drawing.penWidth() / 2) || !all.canBeCalculated()) {
      return List.of();
    }
    for (int i = 0; i < all.strokes.size(); i++) {
      all.addShortened(i);
      all.addOpened(i);
      all.addClosed(i);
      if (all.strokes.size() > 1) {
        all.addMoved(i);
        all.addResized(i);
      }
    }
    all.addWhole();
    return all.families;
  }

  /** Whether squares of all lengths and coordinates are far from the ends of what numbers reach. */
  private boolean canBeCalculated() {
    double largest = length;
    for (Stroke stroke : strokes) {
      for (InkPoint point : stroke.points()) {
        largest = Math.max(largest, Math.max(Math.abs(point.x()), Math.abs(point.y())));
      }
    }
    return largest < MAX_LENGTH && side > 1 / MAX_LENGTH;
  }

  /** A dot has ink, too. */
  private double inkLength(StrokePath path) {
    return Math.max(path.length(), drawing.penWidth());
  }

  private void add(
      ChangeKind kind,
      int stroke,
      double[] levels,
      double amountPerLevel,
      DoubleFunction<Drawing> changed) {
    // a vertical line cannot be narrower
    if (amountPerLevel > 0) {
      families.add(new ChangeFamily(kind, stroke, levels, amountPerLevel, changed));
    }
  }

  /** Levels are lengths. */
  private void addShortened(int index) {
    StrokePath path = paths.get(index);
    double whole = path.length();
    if (!(whole > 0)) {
      return;
    }
    double[] levels = levels(SHORTENED_LEVELS, MAX_SHORTENED * whole);
    add(
        ChangeKind.SHORTEN_START,
        index,
        levels,
        DISTANCE_OF_NEW_INK / length,
        cut -> with(index, path.part(cut, whole)));
    add(
        ChangeKind.SHORTEN_END,
        index,
        levels,
        DISTANCE_OF_NEW_INK / length,
        cut -> with(index, path.part(0, whole - cut)));
  }

  /** Levels are lengths that are taken out. */
  private void addOpened(int index) {
    StrokePath path = paths.get(index);
    for (int i = 1; i <= OPENINGS; i++) {
      double middle = path.length() * i / (OPENINGS + 1);
      double most = Math.min(MAX_OPENING * side, 1.8 * Math.min(middle, path.length() - middle));
      if (most > drawing.penWidth()) {
        add(
            ChangeKind.OPEN_GAP,
            index,
            levels(LEVELS, most),
            DISTANCE_OF_NEW_INK / length,
            cut ->
                with(
                    index,
                    path.part(0, middle - cut / 2),
                    path.part(middle + cut / 2, path.length())));
      }
    }
  }

  /** Each end of a stroke is joined with the nearest end and the nearest point of each stroke. */
  private void addClosed(int index) {
    StrokePath path = paths.get(index);
    for (boolean atStart : new boolean[] {true, false}) {
      InkPoint end = atStart ? path.start() : path.end();
      for (int other = 0; other < paths.size(); other++) {
        StrokePath target = paths.get(other);
        boolean own = other == index;
        // a stroke is always near to its own end; what counts is where it comes back
        double radius = own ? MAX_GAP * side : -1;
        InkPoint nearest = target.nearest(end, atStart ? 0 : path.length(), radius);
        if (nearest != null) {
          addClosed(index, atStart, end, nearest);
        }
        if (!own || atStart && path.length() > 2 * radius) {
          addClosed(index, atStart, end, target.end());
        }
        if (!own) {
          addClosed(index, atStart, end, target.start());
        }
      }
    }
  }

  private void addClosed(int index, boolean atStart, InkPoint end, InkPoint target) {
    double gap = StrokePath.distance(end, target);
    if (gap < MIN_GAP * drawing.penWidth() || gap > MAX_GAP * side) {
      return;
    }
    List<InkPoint> points = new ArrayList<>(strokes.get(index).points());
    points.add(atStart ? 0 : points.size(), target);
    add(
        ChangeKind.CLOSE_GAP,
        index,
        new double[] {gap},
        DISTANCE_OF_NEW_INK / length,
        whole -> with(index, points));
  }

  /** Levels are distances; and the stroke is left out. */
  private void addMoved(int index) {
    double share = inkLength(paths.get(index)) / length;
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      double angle = 2 * Math.PI * direction / DIRECTIONS;
      double x = Math.cos(angle);
      double y = Math.sin(angle);
      add(
          ChangeKind.MOVE,
          index,
          levels(LEVELS, MAX_MOVE * side),
          share / side,
          distance ->
              with(
                  index,
                  map(
                      strokes.get(index),
                      point -> new InkPoint(point.x() + distance * x, point.y() + distance * y))));
    }
    add(
        ChangeKind.REMOVE,
        index,
        new double[] {1},
        DISTANCE_OF_NEW_INK * share,
        whole -> with(index));
  }

  /** Levels are shares of the size. */
  private void addResized(int index) {
    Stroke stroke = strokes.get(index);
    if (!(paths.get(index).length() > 0)) {
      return;
    }
    InkPoint middle = StrokeBounds.of(List.of(stroke)).center();
    double perLevel =
        meanOf(List.of(stroke), point -> StrokePath.distance(point, middle))
            * paths.get(index).length()
            / length
            / side;
    add(
        ChangeKind.SHRINK,
        index,
        levels(LEVELS, MAX_SHRINKING),
        perLevel,
        share -> with(index, map(stroke, point -> scaled(point, middle, 1 - share, 1 - share))));
    add(
        ChangeKind.ENLARGE,
        index,
        levels(LEVELS, MAX_GROWTH),
        perLevel,
        share -> with(index, map(stroke, point -> scaled(point, middle, 1 + share, 1 + share))));
  }

  /** The whole drawing is slanted, turned, or scaled along x. */
  private void addWhole() {
    double perSlant = meanOf(strokes, point -> Math.abs(point.y() - center.y())) / side;
    double perChord = meanOf(strokes, point -> StrokePath.distance(point, center)) / side;
    double perWidth = meanOf(strokes, point -> Math.abs(point.x() - center.x())) / side;
    double[] slants = levels(LEVELS, MAX_SLANT);
    // levels of turns are chords of the unit circle, which the amount is proportional to
    double[] chords = levels(LEVELS, 2 * Math.sin(MAX_TURN / 2));
    for (int sign : new int[] {-1, 1}) {
      add(
          sign < 0 ? ChangeKind.SLANT_LEFT : ChangeKind.SLANT_RIGHT,
          -1,
          slants,
          perSlant,
          slant ->
              all(
                  point ->
                      new InkPoint(
                          point.x() - sign * slant * (point.y() - center.y()), point.y())));
      add(
          sign < 0 ? ChangeKind.TURN_LEFT : ChangeKind.TURN_RIGHT,
          -1,
          chords,
          perChord,
          chord -> {
            double angle = sign * 2 * Math.asin(chord / 2);
            return all(point -> turned(point, angle));
          });
      add(
          sign < 0 ? ChangeKind.NARROW : ChangeKind.WIDEN,
          -1,
          levels(LEVELS, sign < 0 ? MAX_SHRINKING : MAX_GROWTH),
          perWidth,
          share -> all(point -> scaled(point, center, 1 + sign * share, 1)));
    }
  }

  private InkPoint turned(InkPoint point, double angle) {
    double x = point.x() - center.x();
    double y = point.y() - center.y();
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new InkPoint(center.x() + cos * x - sin * y, center.y() + sin * x + cos * y);
  }

  private static InkPoint scaled(InkPoint point, InkPoint around, double x, double y) {
    return new InkPoint(
        around.x() + x * (point.x() - around.x()), around.y() + y * (point.y() - around.y()));
  }

  /** Mean of a value over the strokes' paths, by the middles of short pieces. */
  private static double meanOf(List<Stroke> strokes, ToDoubleFunction<InkPoint> value) {
    double length = strokes.stream().mapToDouble(stroke -> new StrokePath(stroke).length()).sum();
    double sum = 0;
    for (Stroke stroke : strokes) {
      List<InkPoint> points = stroke.points();
      for (int i = 1; i < points.size(); i++) {
        InkPoint from = points.get(i - 1);
        InkPoint to = points.get(i);
        double line = StrokePath.distance(from, to);
        int pieces = (int) Math.ceil(PIECES * line / length);
        for (int piece = 0; piece < pieces; piece++) {
          double share = (piece + 0.5) / pieces;
          sum += line / pieces * value.applyAsDouble(StrokePath.between(from, to, share));
        }
      }
    }
    return length > 0 ? sum / length : 0;
  }

  private static double[] levels(int count, double most) {
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = most * (i + 1) / count;
    }
    return levels;
  }

  private static List<InkPoint> map(Stroke stroke, UnaryOperator<InkPoint> change) {
    return stroke.points().stream().map(change).toList();
  }

  private Drawing all(UnaryOperator<InkPoint> change) {
    return new Drawing(
        strokes.stream().map(stroke -> changed(stroke, map(stroke, change))).toList());
  }

  /** The drawing with other strokes in the place of one. */
  @SafeVarargs
  private Drawing with(int index, List<InkPoint>... parts) {
    List<Stroke> all = new ArrayList<>(strokes.subList(0, index));
    for (List<InkPoint> part : parts) {
      all.add(changed(strokes.get(index), part));
    }
    all.addAll(strokes.subList(index + 1, strokes.size()));
    return new Drawing(all);
  }

  /** The only place that makes a stroke from another one. */
  private static Stroke changed(Stroke stroke, List<InkPoint> points) {
    return new Stroke(points, stroke.penWidth());
  }
}
