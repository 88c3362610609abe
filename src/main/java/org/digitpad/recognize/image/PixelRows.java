package org.digitpad.recognize.image;

/** An image in memory, read row by row, so that a large one need not be copied. */
public interface PixelRows {
  /** Number of columns. */
  int width();

  /** Number of rows. */
  int height();

  /**
   * Copies a row.
   *
   * @param argb receives the colors of its pixels, in sRGB and not multiplied by alpha
   */
  void copyRow(int y, int[] argb);
}
