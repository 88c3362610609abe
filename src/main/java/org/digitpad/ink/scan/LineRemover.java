package org.digitpad.ink.scan;

/**
 * Removes long straight lines from a mask of ink: rules, squares, margins, boxes. As in the removal
 * of staff lines by line track height (C. Dalitz et al. 2008, "A comparative study of staff removal
 * algorithms"), a line is removed where it is about as thick as lines are, so that strokes which
 * cross it stay whole.
 *
 * <p>A line is a path through blocks of columns, which moves by at most one row from a block to the
 * next (cf. path openings, L. Talbot and B. Appleton 2007).
 */
final class LineRemover {
  /** Blocks per width: a path may rise by one row in each. */
  private static final int BLOCKS = 64;

  /** The share of a block's columns that has ink where a line passes. */
  private static final double MIN_FILLED = 0.7;

  /** A line may be thicker than the median line by this factor, and one pixel. */
  private static final double MAX_THICKNESS = 1.5;

  /** Lines thicker than this share of the picture's width are strokes. */
  private static final double MAX_MEDIAN_THICKNESS = 0.04;

  /** Ink that is darker than a line by this factor was written over it. */
  private static final double MIN_OVERWRITTEN = 1.4;

  private final boolean[] ink;
  private final float[] contrast;
  private final int width;
  private final int height;
  private final int block;
  private final int blocks;

  /** The first and the last row of the vertical run of ink that each pixel of ink is in. */
  private final int[] top;

  private final int[] bottom;

  private LineRemover(boolean[] ink, float[] contrast, int width, int height) {
    this.ink = ink;
    this.contrast = contrast;
    this.width = width;
    this.height = height;
    this.block = Math.max(4, width / BLOCKS);
    this.blocks = width / block;
    this.top = new int[ink.length];
    this.bottom = new int[ink.length];
    for (int pixel = 0; pixel < ink.length; pixel++) {
      boolean runs = pixel >= width && ink[pixel] && ink[pixel - width];
      top[pixel] = runs ? top[pixel - width] : pixel / width;
    }
    for (int pixel = ink.length - 1; pixel >= 0; pixel--) {
      boolean runs = pixel + width < ink.length && ink[pixel] && ink[pixel + width];
      bottom[pixel] = runs ? bottom[pixel + width] : pixel / width;
    }
  }

  /**
   * Removes horizontal and vertical lines.
   *
   * @param ink width×height pixels, row-major; not changed
   * @param contrast how dark each pixel is
   * @param minLength length of the shortest line that is removed, as a share of the picture's side
   */
  static boolean[] remove(
      boolean[] ink, float[] contrast, int width, int height, double minLength) {
    boolean[] rows = new LineRemover(ink, contrast, width, height).remove(minLength);
    boolean[] turnedInk = new boolean[ink.length];
    float[] turnedContrast = new float[ink.length];
    for (int pixel = 0; pixel < ink.length; pixel++) {
      int turned = pixel % width * height + pixel / width;
      turnedInk[turned] = ink[pixel];
      turnedContrast[turned] = contrast[pixel];
    }
    boolean[] columns = new LineRemover(turnedInk, turnedContrast, height, width).remove(minLength);
    boolean[] left = new boolean[ink.length];
    for (int pixel = 0; pixel < ink.length; pixel++) {
      left[pixel] = rows[pixel] && columns[pixel % width * height + pixel / width];
    }
    return left;
  }

  /** Removes lines that are about horizontal. */
  private boolean[] remove(double minLength) {
    boolean[] left = ink.clone();
    if (blocks < 2) {
      return left;
    }
    boolean[] line = linePixels((int) Math.ceil(minLength * blocks));
    int[] thicknesses = new int[height + 1];
    double mass = 0;
    long count = 0;
    for (int pixel = 0; pixel < line.length; pixel++) {
      if (line[pixel]) {
        thicknesses[bottom[pixel] - top[pixel] + 1]++;
        mass += contrast[pixel];
        count++;
      }
    }
    if (count == 0) {
      return left;
    }
    int median = 0;
    for (long below = 0; below <= count / 2; median++) {
      below += thicknesses[median];
    }
    median--;
    if (median > Math.max(3, MAX_MEDIAN_THICKNESS * width)) {
      return left;
    }
    double overwritten = MIN_OVERWRITTEN * mass / count;
    double maxThickness = MAX_THICKNESS * median + 1;
    for (int pixel = 0; pixel < line.length; pixel++) {
      if (line[pixel] && bottom[pixel] - top[pixel] + 1 <= maxThickness) {
        for (int row = top[pixel]; row <= bottom[pixel]; row++) {
          int at = row * width + pixel % width;
          left[at] &= contrast[at] > overwritten;
        }
      }
    }
    return left;
  }

  /** Returns the pixels of ink on paths through at least {@code minBlocks} blocks. */
  private boolean[] linePixels(int minBlocks) {
    int[] forward = lengths(1);
    int[] backward = lengths(-1);
    boolean[] line = new boolean[ink.length];
    for (int b = 0; b < blocks; b++) {
      int end = b == blocks - 1 ? width : (b + 1) * block;
      for (int y = 0; y < height; y++) {
        int at = b * height + y;
        if (forward[at] > 0 && forward[at] + backward[at] - 1 >= minBlocks) {
          for (int x = b * block; x < end; x++) {
            for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
              line[row * width + x] |= ink[row * width + x];
            }
          }
        }
      }
    }
    return line;
  }

  /**
   * Returns the length in blocks of the longest path that ends in a block and row; one block of a
   * path may be missing between two others.
   *
   * @param direction 1 for paths from the left, -1 for paths from the right
   */
  private int[] lengths(int direction) {
    int[] lengths = new int[blocks * height];
    int[] before = new int[height];
    boolean[] gap = new boolean[height];
    int first = direction > 0 ? 0 : blocks - 1;
    for (int b = first; b >= 0 && b < blocks; b += direction) {
      int[] now = new int[height];
      boolean[] nowGap = new boolean[height];
      for (int y = 0; y < height; y++) {
        int longest = before[y];
        boolean fromGap = gap[y];
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
          if (before[row] > longest) {
            longest = before[row];
            fromGap = gap[row];
          }
        }
        if (isFilled(b, y)) {
          now[y] = longest + 1;
          lengths[b * height + y] = now[y];
        } else if (!fromGap) {
          now[y] = before[y];
          nowGap[y] = true;
        }
      }
      before = now;
      gap = nowGap;
    }
    return lengths;
  }

  private boolean isFilled(int b, int y) {
    int filled = 0;
    int pixel = y * width + b * block;
    for (int x = 0; x < block; x++, pixel++) {
      if (ink[pixel] || y > 0 && ink[pixel - width] || y < height - 1 && ink[pixel + width]) {
        filled++;
      }
    }
    return filled >= MIN_FILLED * block;
  }
}
