package org.digitpad.data.augment;

import java.util.Arrays;
import org.digitpad.ink.DigitImage;

/**
 * Where each pixel of a bent image comes from: a cubic B-spline over a coarse grid of places. Such
 * a spline follows rotation, scale, shear and translation exactly, and random shifts of the grid's
 * points become a smooth elastic deformation.
 *
 * <p>Source: P. Simard, D. Steinkraus, J. Platt, "Best practices for convolutional neural networks
 * applied to visual document analysis", ICDAR 2003. They blur a random displacement of every pixel
 * with a Gaussian of 4 pixels; the spline over points 7 pixels apart has the same width (7·√(1/3))
 * at a fraction of the work.
 */
final class BSplineWarp {
  private static final int SIDE = DigitImage.SIDE;

  /** Pixels between two points. */
  private static final int STEP = 7;

  /** Cells in a row or column; one point before them and two behind reach into them. */
  private static final int CELLS = SIDE / STEP;

  private static final int POINTS = CELLS + 3;

  /** Room for a row of pixels: the JIT vectorises loops in steps of 16. */
  static final int WIDTH = 32;

  /** Places along one axis. */
  static final int PLACES = SIDE * WIDTH;

  /** Rows of pixels that have the same place in their cells, all together. */
  private static final int BAND = CELLS * WIDTH;

  /** Bounds of a place: paper all around, and room for the pixel to the right and below. */
  private static final float NEAREST = 1;

  private static final float FARTHEST = SIDE + 2 * PaddedImage.PAD - 1.5f;

  /** Where MNIST's digits have their centre of mass, which shall stay there. */
  private static final double CENTRE = 14;

  /**
   * Root mean square of the spline for points that lie evenly between ±1: √(1/3), times ∫B² =
   * 151/315 for the two directions of the grid.
   */
  private static final double SPLINE_RMS = 151.0 / 315 * Math.sqrt(1.0 / 3);

  /** The spline's four weights at each pixel of a cell. */
  private static final float[][] WEIGHTS = new float[STEP][];

  static {
    for (int i = 0; i < STEP; i++) {
      double u = (double) i / STEP;
      double v = 1 - u;
      WEIGHTS[i] =
          new float[] {
            (float) (v * v * v / 6),
            (float) ((3 * u * u * u - 6 * u * u + 4) / 6),
            (float) ((3 * v * v * v - 6 * v * v + 4) / 6),
            (float) (u * u * u / 6)
          };
    }
  }

  /** The columns of all points, row by row, then their rows. */
  private final float[] points = new float[ImageRandom.padded(2 * POINTS * POINTS)];

  private final float[] fine = new float[POINTS * WIDTH];
  private final float[] band = new float[BAND];
  private final float[] columns = new float[PLACES];
  private final float[] rows = new float[PLACES];

  BSplineWarp() {
    // what no pixel uses is looked up as well, so it has to be a place
    Arrays.fill(fine, NEAREST);
  }

  /**
   * Maps the new image's pixels to those of the old one by undoing, in this order, translation,
   * rotation, shear and scale about the centre.
   *
   * @param degrees clockwise
   * @param width factor of columns
   * @param height factor of rows
   * @param shear columns to the right for each row below the centre
   * @param right columns
   * @param down rows
   */
  void place(double degrees, double width, double height, double shear, double right, double down) {
    // not Math, whose last bit may differ between processors
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double xByX = (cos + shear * sin) / width;
    double xByY = (sin - shear * cos) / width;
    double yByX = -sin / height;
    double yByY = cos / height;
    for (int j = 0; j < POINTS; j++) {
      double y = (j - 1) * STEP - CENTRE - down;
      for (int i = 0; i < POINTS; i++) {
        double x = (i - 1) * STEP - CENTRE - right;
        int at = j * POINTS + i;
        points[at] = (float) (xByX * x + xByY * y + CENTRE + PaddedImage.PAD);
        points[at + POINTS * POINTS] = (float) (yByX * x + yByY * y + CENTRE + PaddedImage.PAD);
      }
    }
  }

  /**
   * Shifts every point of the grid.
   *
   * @param amount root mean square of the pixels' shifts along each axis, in pixels
   */
  void disturb(double amount, ImageRandom random) {
    random.addUniform((float) (amount / SPLINE_RMS), points);
  }

  /** Works out the place of each pixel. */
  void refine() {
    // a spline stays within the bounds of its points, so no pixel needs a check
    for (int i = 0; i < points.length; i++) {
      points[i] = Math.min(Math.max(points[i], NEAREST), FARTHEST);
    }
    refine(0, columns);
    refine(POINTS * POINTS, rows);
  }

  private void refine(int from, float[] to) {
    for (int i = 0; i < STEP; i++) {
      alongRows(points, from, WEIGHTS[i], fine, i);
    }
    for (int i = 0; i < STEP; i++) {
      acrossRows(fine, WEIGHTS[i], band);
      System.arraycopy(band, 0, to, i * BAND, BAND);
    }
  }

  /** Fills all columns of pixels that have the same place in their cells. */
  private static void alongRows(float[] from, int at, float[] weights, float[] to, int toAt) {
    float a = weights[0];
    float b = weights[1];
    float c = weights[2];
    float d = weights[3];
    for (int row = 0; row < POINTS; row++) {
      int i = at + row * POINTS;
      for (int cell = 0; cell < CELLS; cell++, i++) {
        to[toAt + row * WIDTH + cell * STEP] =
            a * from[i] + b * from[i + 1] + c * from[i + 2] + d * from[i + 3];
      }
    }
  }

  /** Fills all rows of pixels that have the same place in their cells: one long loop. */
  private static void acrossRows(float[] from, float[] weights, float[] to) {
    float a = weights[0];
    float b = weights[1];
    float c = weights[2];
    float d = weights[3];
    for (int i = 0; i < BAND; i++) {
      to[i] = a * from[i] + b * from[i + WIDTH] + c * from[i + 2 * WIDTH] + d * from[i + 3 * WIDTH];
    }
  }

  /** Columns that the pixels come from, counted from the paper's edge; see {@link #rowAt}. */
  float[] columns() {
    return columns;
  }

  /** Rows that the pixels come from, counted from the paper's edge; see {@link #rowAt}. */
  float[] rows() {
    return rows;
  }

  /** Index among the places of a row of pixels. */
  static int rowAt(int row) {
    return row % STEP * BAND + row / STEP * WIDTH;
  }
}
