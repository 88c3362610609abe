package org.digitpad.ink.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where ink that may hold several digits can be cut: along paths from the top to the bottom that
 * cross little ink, and bend around strokes (cf. seam carving, S. Avidan and A. Shamir 2007). Paths
 * lead from the valleys of the upper contour to those of the lower one, and through the gaps in
 * between.
 */
public final class InkCuts {
  /** A cut crosses at most as much ink, in heights of a digit. */
  private static final double MAX_INK = 0.4;

  /** Valleys are further apart, in heights of a digit. */
  private static final double MIN_DISTANCE = 0.08;

  /** Valleys that a path joins are at most as far apart sideways, in heights of a digit. */
  private static final double MAX_SLANT = 0.5;

  /** Moving aside by a pixel costs as much as so much of a pixel of ink. */
  private static final float ASIDE = 0.05f;

  private static final int MAX_VALLEYS = 40;

  private final InkPart part;
  private final int width;
  private final int columns;
  private final int rows;
  private final boolean[] ink;

  /** The column in each row of each path; left ones first. */
  private final List<int[]> paths = new ArrayList<>();

  /**
   * @param width of the raster that the part's pixels are from
   * @param height of a digit in pixels
   */
  InkCuts(InkPart part, int width, double height) {
    this.part = part;
    this.width = width;
    this.columns = part.box().width();
    this.rows = part.box().height();
    this.ink = new boolean[columns * rows];
    for (int pixel : part.pixels()) {
      ink[y(pixel) * columns + x(pixel)] = true;
    }
    int distance = Math.max(1, (int) (MIN_DISTANCE * height));
    List<Integer> upper = valleys(1, distance);
    List<Integer> lower = valleys(-1, distance);
    if (upper.size() <= MAX_VALLEYS && lower.size() <= MAX_VALLEYS) {
      boolean[] filled = filled();
      for (int top : upper) {
        // holes belong to a digit, or are between two that touch twice
        add(ink, top, lower, (int) (MAX_SLANT * height), (float) (MAX_INK * height));
        add(filled, top, lower, (int) (MAX_SLANT * height), (float) (MAX_INK * height));
      }
    }
    paths.sort(Comparator.comparingLong(path -> Arrays.stream(path).asLongStream().sum()));
  }

  /** Number of paths. */
  public int count() {
    return paths.size();
  }

  /**
   * Returns the ink between two paths; nothing if there is none, or the paths cross.
   *
   * @param left number of a path from 1; 0 for the left side of the ink
   * @param right number of a path from 1, or {@link #count} + 1 for the right side
   */
  public Optional<InkPart> between(int left, int right) {
    int[] first = left == 0 ? null : paths.get(left - 1);
    int[] last = right > paths.size() ? null : paths.get(right - 1);
    if (first != null && last != null) {
      for (int y = 0; y < rows; y++) {
        if (first[y] > last[y]) {
          return Optional.empty();
        }
      }
    }
    int[] pixels =
        Arrays.stream(part.pixels())
            .filter(pixel -> first == null || x(pixel) > first[y(pixel)])
            .filter(pixel -> last == null || x(pixel) <= last[y(pixel)])
            .toArray();
    return pixels.length == 0 ? Optional.empty() : Optional.of(InkPart.of(pixels, width));
  }

  private int x(int pixel) {
    return pixel % width - part.box().left();
  }

  private int y(int pixel) {
    return pixel / width - part.box().top();
  }

  /**
   * Returns the columns where the contour is deepest.
   *
   * @param direction 1 for the upper contour, -1 for the lower one
   */
  private List<Integer> valleys(int direction, int distance) {
    int[] depths = new int[columns];
    for (int x = 0; x < columns; x++) {
      int y = direction > 0 ? 0 : rows - 1;
      while (y >= 0 && y < rows && !ink[y * columns + x]) {
        y += direction;
        depths[x]++;
      }
    }
    List<Integer> valleys = new ArrayList<>();
    for (int x = distance; x < columns - distance; x++) {
      boolean deepest = true;
      for (int other = x - distance; deepest && other <= x + distance; other++) {
        deepest = depths[other] < depths[x] || depths[other] == depths[x] && other >= x;
      }
      if (deepest) {
        int last = x;
        while (last + 1 < columns - distance && depths[last + 1] == depths[x]) {
          last++;
        }
        valleys.add((x + last) / 2);
      }
    }
    return valleys;
  }

  /** Returns the ink with its holes: all that cannot be reached from the sides of the box. */
  private boolean[] filled() {
    boolean[] filled = new boolean[ink.length];
    Arrays.fill(filled, true);
    int[] queue = new int[ink.length];
    int end = 0;
    for (int pixel = 0; pixel < ink.length; pixel++) {
      int x = pixel % columns;
      int y = pixel / columns;
      if (!ink[pixel] && (x == 0 || y == 0 || x == columns - 1 || y == rows - 1)) {
        filled[pixel] = false;
        queue[end++] = pixel;
      }
    }
    for (int start = 0; start < end; start++) {
      int pixel = queue[start];
      int x = pixel % columns;
      int y = pixel / columns;
      int[] neighbors = {
        x > 0 ? pixel - 1 : pixel,
        x < columns - 1 ? pixel + 1 : pixel,
        y > 0 ? pixel - columns : pixel,
        y < rows - 1 ? pixel + columns : pixel
      };
      for (int next : neighbors) {
        if (!ink[next] && filled[next]) {
          filled[next] = false;
          queue[end++] = next;
        }
      }
    }
    return filled;
  }

  /** Adds the cheapest paths from a valley above to those below. */
  private void add(boolean[] ink, int top, List<Integer> lower, int slant, float maxCost) {
    float[] costs = new float[columns * rows];
    Arrays.fill(costs, 0, columns, Float.POSITIVE_INFINITY);
    costs[top] = ink[top] ? 1 : 0;
    for (int y = 1; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int at = y * columns + x;
        costs[at] = cost(costs, before(costs, x, y - 1), y - 1, x) + (ink[at] ? 1 : 0);
      }
    }
    for (int bottom : lower) {
      if (Math.abs(bottom - top) <= slant && costs[(rows - 1) * columns + bottom] <= maxCost) {
        int[] path = new int[rows];
        path[rows - 1] = bottom;
        for (int y = rows - 2; y >= 0; y--) {
          path[y] = before(costs, path[y + 1], y);
        }
        if (paths.stream().noneMatch(other -> Arrays.equals(other, path))) {
          paths.add(path);
        }
      }
    }
  }

  /** The column of a row through which the cheapest path to a column of the next row comes. */
  private int before(float[] costs, int next, int row) {
    int best = next;
    for (int x = Math.max(0, next - 1); x <= Math.min(columns - 1, next + 1); x++) {
      best = cost(costs, x, row, next) < cost(costs, best, row, next) ? x : best;
    }
    return best;
  }

  private float cost(float[] costs, int x, int row, int next) {
    return costs[row * columns + x] + (x == next ? 0 : ASIDE);
  }
}
