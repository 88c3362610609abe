package org.digitpad.ink.scan;

import org.digitpad.ink.InkRaster;

/**
 * The bounding box of a digit in an image of any size, in pixels.
 *
 * @param left first column
 * @param top first row
 * @param width number of columns
 * @param height number of rows
 */
public record InkBounds(int left, int top, int width, int height) {
  /** Share of the ink that is ignored beyond each side, so that specks do not enlarge the box. */
  private static final double IGNORED_SHARE = 0.002;

  /** Returns the bounding box of a raster that is not blank. */
  static InkBounds of(InkRaster ink) {
    double[] columns = new double[ink.width()];
    double[] rows = new double[ink.height()];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < columns.length; x++) {
        double value = ink.at(x, y);
        columns[x] += value;
        rows[y] += value;
      }
    }
    int left = first(columns);
    int top = first(rows);
    return new InkBounds(left, top, last(columns) - left + 1, last(rows) - top + 1);
  }

  /** Returns the box in an image that is larger by a factor, or smaller if it is below 1. */
  public InkBounds scaled(double factor) {
    int newLeft = (int) (left * factor);
    int newTop = (int) (top * factor);
    return new InkBounds(
        newLeft,
        newTop,
        (int) Math.ceil((left + width) * factor) - newLeft,
        (int) Math.ceil((top + height) * factor) - newTop);
  }

  /** Returns the box with a number of pixels more on each side. */
  public InkBounds grown(int pixels) {
    return new InkBounds(left - pixels, top - pixels, width + 2 * pixels, height + 2 * pixels);
  }

  /** Returns the part within an image, of at least one pixel. */
  InkBounds clamped(int imageWidth, int imageHeight) {
    int first = Math.max(0, Math.min(imageWidth - 1, left));
    int highest = Math.max(0, Math.min(imageHeight - 1, top));
    long right = Math.max(first + 1L, Math.min(imageWidth, (long) left + width));
    long bottom = Math.max(highest + 1L, Math.min(imageHeight, (long) top + height));
    return new InkBounds(first, highest, (int) right - first, (int) bottom - highest);
  }

  /** The first column to the right of the box. */
  public int right() {
    return left + width;
  }

  /** The first row below the box. */
  public int bottom() {
    return top + height;
  }

  /** Returns the smallest box around both. */
  public InkBounds union(InkBounds other) {
    int newLeft = Math.min(left, other.left);
    int newTop = Math.min(top, other.top);
    return new InkBounds(
        newLeft,
        newTop,
        Math.max(right(), other.right()) - newLeft,
        Math.max(bottom(), other.bottom()) - newTop);
  }

  /** Returns the distance of two boxes along the axis on which they are further apart. */
  public int gap(InkBounds other) {
    int x = Math.max(left, other.left) - Math.min(right(), other.right());
    int y = Math.max(top, other.top) - Math.min(bottom(), other.bottom());
    return Math.max(x, y);
  }

  /** The larger one of width and height. */
  public int longerSide() {
    return Math.max(width, height);
  }

  private static int first(double[] ink) {
    double ignored = total(ink) * IGNORED_SHARE;
    int first = 0;
    while (ignored >= ink[first]) {
      ignored -= ink[first++];
    }
    return first;
  }

  private static int last(double[] ink) {
    double ignored = total(ink) * IGNORED_SHARE;
    int last = ink.length - 1;
    while (ignored >= ink[last]) {
      ignored -= ink[last--];
    }
    return last;
  }

  private static double total(double[] ink) {
    double total = 0;
    for (double value : ink) {
      total += value;
    }
    return total;
  }
}
