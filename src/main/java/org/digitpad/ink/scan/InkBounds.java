package org.digitpad.ink.scan;

import org.digitpad.ink.InkRaster;

/**
 * The pixels that a digit fills, in an image of any size.
 *
 * @param left its first column
 * @param top its first row
 * @param width its columns
 * @param height its rows
 */
record InkBounds(int left, int top, int width, int height) {
  /** Share of the ink that may lie beyond each side: specks of dust do not stretch the box. */
  private static final double SPECKS = 0.002;

  static InkBounds of(InkRaster ink) {
    double[] columns = new double[ink.width()];
    double[] rows = new double[ink.height()];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < columns.length; x++) {
        double here = ink.at(x, y);
        columns[x] += here;
        rows[y] += here;
      }
    }
    int left = first(columns);
    int top = first(rows);
    return new InkBounds(left, top, last(columns) - left + 1, last(rows) - top + 1);
  }

  int longerSide() {
    return Math.max(width, height);
  }

  private static int first(double[] ink) {
    double specks = total(ink) * SPECKS;
    int first = 0;
    while (specks >= ink[first]) {
      specks -= ink[first++];
    }
    return first;
  }

  private static int last(double[] ink) {
    double specks = total(ink) * SPECKS;
    int last = ink.length - 1;
    while (specks >= ink[last]) {
      specks -= ink[last--];
    }
    return last;
  }

  private static double total(double[] ink) {
    double total = 0;
    for (double here : ink) {
      total += here;
    }
    return total;
  }
}
