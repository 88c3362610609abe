package org.digitpad.ink;

import java.util.List;

/**
 * The movement of the pen as numbers: where a drawing goes in which direction, for how long. Unlike
 * its image, they tell the order in time: which end a stroke starts at, and where the pen moves
 * while it is off the surface.
 *
 * <p>The drawing is fitted into a square of 7×7 cells with its aspect ratio kept. Each stroke is
 * cut into chords of equal length, so that neither the speed of the pen nor the spacing of its
 * points matters. A chord (dx, dy) is the sum of two vectors in neighboring directions of eight:
 * with |dx| ≥ |dy|, |dx| − |dy| along the axis and √2·|dy| along the diagonal. These lengths are
 * added to the maps of their directions, shared among the four nearest cells by bilinear
 * interpolation. The straight ways from the end of each stroke to the start of the next one are
 * added to eight more maps.
 *
 * <p>Sources: Z.-L. Bai, Q. Huo, "A study on the use of 8-directional features for online
 * handwritten Chinese character recognition", ICDAR 2005, section 2, for the maps; M. Okamoto, K.
 * Yamamoto, "On-line handwriting character recognition method using directional and
 * direction-change features", International Journal of Pattern Recognition and Artificial
 * Intelligence 13, 1999, for the ways between strokes ("imaginary strokes").
 *
 * <p>Only sums, products and square roots are used, so the maps are the same on every machine.
 */
public final class DirectionMaps {
  /** Rows and columns of cells. */
  public static final int SIDE = 7;

  /** Cells of each map. */
  public static final int CELLS = SIDE * SIDE;

  private static final int DIRECTIONS = 8;

  /** Maps: a direction of the pen on the surface each, then a direction of the lifted pen each. */
  public static final int MAPS = 2 * DIRECTIONS;

  /** Number of values: as many as an image has pixels, so datasets hold either. */
  public static final int VALUES = CELLS * MAPS;

  /** Side of the square that the drawing is fitted into, in any unit. */
  private static final double BOX = FittedPath.BOX;

  private static final double CELL = BOX / (SIDE - 1);

  /** A quarter of a cell, so that the ends of chords make no steps in the maps. */
  private static final double CHORD = CELL / 4;

  /** The length in a cell that has the value 1, which hardly any cell of a digit exceeds. */
  private static final double FULL = 1.5 * CELL;

  private static final double SQRT_2 = Math.sqrt(2);

  private final float[] values;

  private DirectionMaps(float[] values) {
    this.values = values;
  }

  /**
   * Computes the maps of a drawing. Safe for use by multiple threads.
   *
   * @return 49×16 values from 0 to 1, those of a cell side by side: for each cell, row by row, the
   *     eight directions on the surface, clockwise from right, and then those of the lifted pen;
   *     all 0 for a drawing without points and for a dot
   */
  public static float[] of(Drawing drawing) {
    float[] values = new float[VALUES];
    write(drawing, values, 0);
    return values;
  }

  /** Writes the values of {@link #of} to {@code at} and the following indices of the target. */
  public static void write(Drawing drawing, float[] target, int at) {
    float[] values = new float[VALUES];
    if (!drawing.isBlank()) {
      // without a pen width, the path itself fills the square
      new DirectionMaps(values).add(FittedPath.of(drawing, 0).strokes());
    }
    System.arraycopy(values, 0, target, at, VALUES);
  }

  private void add(List<double[]> strokes) {
    double[] previous = null;
    for (double[] stroke : strokes) {
      if (previous != null) {
        int end = previous.length;
        double[] way = {previous[end - 2], previous[end - 1], stroke[0], stroke[1]};
        add(way, DIRECTIONS);
      }
      add(stroke, 0);
      previous = stroke;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(1, values[i]);
    }
  }

  /**
   * Adds a path in chords of equal length.
   *
   * @param path the coordinates x, y, x, y, …
   * @param map the first of the eight maps to add to
   */
  private void add(double[] path, int map) {
    double[] arc = arcLengths(path);
    double length = arc[arc.length - 1];
    if (length == 0) {
      return;
    }
    int chords = (int) Math.max(1, Math.round(length / CHORD));
    double fromX = path[0];
    double fromY = path[1];
    int point = 1;
    for (int chord = 1; chord <= chords; chord++) {
      double position = length * chord / chords;
      while (point < arc.length - 1 && arc[point] < position) {
        point++;
      }
      double step = arc[point] - arc[point - 1];
      double share = step == 0 ? 1 : Math.min(1, (position - arc[point - 1]) / step);
      double toX = path[2 * point - 2] + share * (path[2 * point] - path[2 * point - 2]);
      double toY = path[2 * point - 1] + share * (path[2 * point + 1] - path[2 * point - 1]);
      addChord(fromX, fromY, toX, toY, map);
      fromX = toX;
      fromY = toY;
    }
  }

  /** Returns the length of the path up to each of its points. */
  private static double[] arcLengths(double[] path) {
    double[] arc = new double[path.length / 2];
    for (int i = 1; i < arc.length; i++) {
      double dx = path[2 * i] - path[2 * i - 2];
      double dy = path[2 * i + 1] - path[2 * i - 1];
      arc[i] = arc[i - 1] + Math.sqrt(dx * dx + dy * dy);
    }
    return arc;
  }

  private void addChord(double fromX, double fromY, double toX, double toY, int map) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double absX = Math.abs(dx);
    double absY = Math.abs(dy);
    int horizontal = dx >= 0 ? 0 : 4;
    int vertical = dy >= 0 ? 2 : 6;
    int axis = absX >= absY ? horizontal : vertical;
    // right-down 1, left-down 3, left-up 5, right-up 7
    int diagonal = dy >= 0 ? (dx >= 0 ? 1 : 3) : (dx >= 0 ? 7 : 5);
    double alongAxis = Math.abs(absX - absY) / FULL;
    double alongDiagonal = SQRT_2 * Math.min(absX, absY) / FULL;

    double column = ((fromX + toX) / 2 + BOX / 2) / CELL;
    double row = ((fromY + toY) / 2 + BOX / 2) / CELL;
    int left = clampCell(column);
    int top = clampCell(row);
    double right = column - left;
    double bottom = row - top;
    int cell = (top * SIDE + left) * MAPS + map;
    int below = cell + SIDE * MAPS;
    add(cell, axis, diagonal, (1 - right) * (1 - bottom), alongAxis, alongDiagonal);
    add(cell + MAPS, axis, diagonal, right * (1 - bottom), alongAxis, alongDiagonal);
    add(below, axis, diagonal, (1 - right) * bottom, alongAxis, alongDiagonal);
    add(below + MAPS, axis, diagonal, right * bottom, alongAxis, alongDiagonal);
  }

  private void add(
      int cell, int axis, int diagonal, double weight, double alongAxis, double alongDiagonal) {
    values[cell + axis] += (float) (weight * alongAxis);
    values[cell + diagonal] += (float) (weight * alongDiagonal);
  }

  /** The last but one cell at most, as a position is between a cell and the next. */
  private static int clampCell(double position) {
    return Math.max(0, Math.min(SIDE - 2, (int) position));
  }
}
