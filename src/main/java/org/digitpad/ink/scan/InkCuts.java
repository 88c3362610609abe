package org.digitpad.ink.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where ink that holds several digits may be cut: along paths from the top to the bottom that cross
 * little ink, and bend around strokes (cf. seam carving, S. Avidan and A. Shamir 2007). Of all paths
 * through some row, those are taken that cost less than their neighbors to the left and right.
 */
final class InkCuts {
  /** A cut crosses at most as much ink, in heights of a digit. */
  private static final double MAX_INK = 0.35;

  /** Cuts are further apart from each other and from the sides, in heights of a digit. */
  private static final double MIN_DISTANCE = 0.1;

  /** Rows through which paths are looked for, as shares of the height. */
  private static final double[] ROWS = {0.5, 0.25, 0.75};

  /** Moving aside by a pixel costs as much as so much of a pixel of ink. */
  private static final double ASIDE = 0.05;

  private final InkPart part;
  private final int columns;
  private final int rows;
  private final boolean[] ink;

  /** The least cost of a path from the top to a pixel, and from the bottom, without the pixel. */
  private final float[] fromTop;

  private final float[] fromBottom;

  private InkCuts(InkPart part, int width) {
    this.part = part;
    this.columns = part.box().width();
    this.rows = part.box().height();
    this.ink = new boolean[columns * rows];
    for (int pixel : part.pixels()) {
      ink[(pixel / width - part.box().top()) * columns + pixel % width - part.box().left()] = true;
    }
    this.fromTop = costs(0, 1);
    this.fromBottom = costs(rows - 1, -1);
  }

  /**
   * Returns the pieces of a part from left to right; the part alone if it is not to be cut.
   *
   * @param width of the raster that the part's pixels are from
   * @param height of a digit in pixels
   */
  static List<InkPart> cut(InkPart part, int width, double height) {
    return new InkCuts(part, width).cut(width, height);
  }

  private List<InkPart> cut(int width, double height) {
    int distance = Math.max(1, (int) (MIN_DISTANCE * height));
    List<int[]> paths = new ArrayList<>();
    for (double share : ROWS) {
      int row = (int) (share * (rows - 1));
      for (int column : minima(row, distance, MAX_INK * height)) {
        int[] path = path(row, column);
        if (paths.stream().allMatch(other -> distance(path, other) >= distance)) {
          paths.add(path);
        }
      }
    }
    paths.sort((one, other) -> Long.compare(sum(one), sum(other)));
    return pieces(paths, width);
  }

  /** Columns of a row through which the cheapest paths go. */
  private List<Integer> minima(int row, int distance, double maxCost) {
    float[] costs = new float[columns];
    for (int x = 0; x < columns; x++) {
      int at = row * columns + x;
      costs[x] = fromTop[at] + fromBottom[at] + (ink[at] ? 1 : 0);
    }
    List<Integer> minima = new ArrayList<>();
    for (int x = distance; x < columns - distance; x++) {
      boolean least = costs[x] <= maxCost;
      for (int other = x - distance; least && other <= x + distance; other++) {
        least = costs[other] > costs[x] || costs[other] == costs[x] && other >= x;
      }
      if (least) {
        // the middle of the gap
        int last = x;
        while (last + 1 < columns - distance && costs[last + 1] == costs[x]) {
          last++;
        }
        minima.add((x + last) / 2);
      }
    }
    return minima;
  }

  private float[] costs(int firstRow, int direction) {
    float[] costs = new float[columns * rows];
    for (int y = firstRow + direction; y >= 0 && y < rows; y += direction) {
      for (int x = 0; x < columns; x++) {
        int before = before(costs, x, y - direction);
        costs[y * columns + x] = cost(costs, before, y - direction, x);
      }
    }
    return costs;
  }

  /** The column of the row before through which the cheapest path comes. */
  private int before(float[] costs, int x, int row) {
    int best = x;
    for (int other = Math.max(0, x - 1); other <= Math.min(columns - 1, x + 1); other++) {
      if (cost(costs, other, row, x) < cost(costs, best, row, x)) {
        best = other;
      }
    }
    return best;
  }

  private float cost(float[] costs, int x, int row, int next) {
    int at = row * columns + x;
    return costs[at] + (ink[at] ? 1 : 0) + (x == next ? 0 : (float) ASIDE);
  }

  /** Returns the column in each row of the cheapest path through a pixel. */
  private int[] path(int row, int column) {
    int[] path = new int[rows];
    path[row] = column;
    for (int y = row - 1; y >= 0; y--) {
      path[y] = before(fromTop, path[y + 1], y);
    }
    for (int y = row + 1; y < rows; y++) {
      path[y] = before(fromBottom, path[y - 1], y);
    }
    return path;
  }

  private static long sum(int[] path) {
    return Arrays.stream(path).asLongStream().sum();
  }

  private static int distance(int[] one, int[] other) {
    int distance = 0;
    for (int y = 0; y < one.length; y++) {
      distance = Math.max(distance, Math.abs(one[y] - other[y]));
    }
    return distance;
  }

  /** A pixel is in the piece whose number is that of the paths to its left. */
  private List<InkPart> pieces(List<int[]> paths, int width) {
    if (paths.isEmpty()) {
      return List.of(part);
    }
    List<List<Integer>> pixels = new ArrayList<>();
    for (int i = 0; i <= paths.size(); i++) {
      pixels.add(new ArrayList<>());
    }
    for (int pixel : part.pixels()) {
      int x = pixel % width - part.box().left();
      int y = pixel / width - part.box().top();
      int piece = (int) paths.stream().filter(path -> path[y] < x).count();
      pixels.get(piece).add(pixel);
    }
    return pixels.stream()
        .filter(piece -> !piece.isEmpty())
        .map(piece -> piece(piece, width))
        .toList();
  }

  private static InkPart piece(List<Integer> pixels, int width) {
    int left = Integer.MAX_VALUE;
    int right = 0;
    int top = Integer.MAX_VALUE;
    int bottom = 0;
    for (int pixel : pixels) {
      left = Math.min(left, pixel % width);
      right = Math.max(right, pixel % width);
      top = Math.min(top, pixel / width);
      bottom = Math.max(bottom, pixel / width);
    }
    return new InkPart(
        new InkBounds(left, top, right - left + 1, bottom - top + 1),
        pixels.stream().mapToInt(Integer::intValue).toArray());
  }
}
