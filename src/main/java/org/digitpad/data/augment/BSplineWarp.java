package org.digitpad.data.augment;

import java.util.Arrays;
import org.digitpad.ink.CenterOfMass;
import org.digitpad.ink.DigitImage;

/**
 * The source coordinates of each pixel of a warped image: a cubic B-spline over a coarse grid of
 * control points. Such a spline reproduces rotation, scale, shear and translation exactly, and
 * random displacements of the control points result in a smooth elastic deformation.
 *
 * <p>Source: P. Simard, D. Steinkraus, J. Platt, "Best practices for convolutional neural networks
 * applied to visual document analysis", ICDAR 2003. They smooth a random displacement of every
 * pixel with a Gaussian of 4 pixels; a spline whose control points are 7 pixels apart has the same
 * width (7·√(1/3)) at a fraction of the cost.
 */
final class BSplineWarp {
  private static final int SIDE = DigitImage.SIDE;

  /** Distance between two control points, in pixels. */
  private static final int SPACING = 7;

  /** Cells in a row or column. One control point before them and two after them affect them. */
  private static final int CELLS = SIDE / SPACING;

  private static final int POINTS = CELLS + 3;

  /** Length of a row of pixels, padded because the JIT vectorizes loops in steps of 16. */
  static final int WIDTH = 32;

  /** Number of coordinates along one axis, padding included. */
  static final int LENGTH = SIDE * WIDTH;

  /** Total length of the rows of pixels that have the same position in their cells. */
  private static final int BAND = CELLS * WIDTH;

  /**
   * Bounds of a coordinate: inside the padding of the image, with the pixels to the right and
   * below.
   */
  private static final float MIN_COORDINATE = 1;

  private static final float MAX_COORDINATE = SIDE + 2 * PaddedImage.PAD - 1.5f;

  /** The fixed point of the affine transformations. */
  private static final double CENTER = CenterOfMass.TARGET;

  /**
   * Root mean square of the spline for control points uniformly distributed in ±1: √(1/3), times
   * ∫B² = 151/315 for the two directions of the grid.
   */
  private static final double SPLINE_RMS = 151.0 / 315 * Math.sqrt(1.0 / 3);

  /** The four weights of the spline at each pixel of a cell. */
  private static final float[][] WEIGHTS = new float[SPACING][];

  static {
    for (int i = 0; i < SPACING; i++) {
      double u = (double) i / SPACING;
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

  /** The columns of all control points, row-major, followed by their rows. */
  private final float[] controlPoints = new float[ImageRandom.paddedLength(2 * POINTS * POINTS)];

  private final float[] horizontal = new float[POINTS * WIDTH];
  private final float[] band = new float[BAND];
  private final float[] columns = new float[LENGTH];
  private final float[] rows = new float[LENGTH];

  BSplineWarp() {
    // padding is looked up as well, so it has to hold valid coordinates
    Arrays.fill(horizontal, MIN_COORDINATE);
  }

  /**
   * Sets the control points to an affine transformation: maps the pixels of the new image to those
   * of the old one by inverting, in this order, translation, rotation, shear and scale about the
   * center.
   *
   * @param degrees clockwise rotation
   * @param width factor of the width
   * @param height factor of the height
   * @param shear columns to the right for each row below the center
   * @param right translation in columns
   * @param down translation in rows
   */
  void setAffine(
      double degrees, double width, double height, double shear, double right, double down) {
    // not Math, whose results may differ in the last bit between processors
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double xByX = (cos + shear * sin) / width;
    double xByY = (sin - shear * cos) / width;
    double yByX = -sin / height;
    double yByY = cos / height;
    for (int j = 0; j < POINTS; j++) {
      double y = (j - 1) * SPACING - CENTER - down;
      for (int i = 0; i < POINTS; i++) {
        double x = (i - 1) * SPACING - CENTER - right;
        int at = j * POINTS + i;
        controlPoints[at] = (float) (xByX * x + xByY * y + CENTER + PaddedImage.PAD);
        controlPoints[at + POINTS * POINTS] =
            (float) (yByX * x + yByY * y + CENTER + PaddedImage.PAD);
      }
    }
  }

  /**
   * Displaces every control point at random.
   *
   * @param rms root mean square of the displacement of the pixels along each axis, in pixels
   */
  void addElasticDisplacement(double rms, ImageRandom random) {
    random.addUniform((float) (rms / SPLINE_RMS), controlPoints);
  }

  /** Computes the source coordinates of each pixel. */
  void interpolate() {
    // a spline stays within the bounds of its control points, so no pixel needs a check
    for (int i = 0; i < controlPoints.length; i++) {
      controlPoints[i] = Math.min(Math.max(controlPoints[i], MIN_COORDINATE), MAX_COORDINATE);
    }
    interpolate(0, columns);
    interpolate(POINTS * POINTS, rows);
  }

  private void interpolate(int from, float[] to) {
    for (int i = 0; i < SPACING; i++) {
      interpolateColumns(controlPoints, from, WEIGHTS[i], horizontal, i);
    }
    for (int i = 0; i < SPACING; i++) {
      interpolateRows(horizontal, WEIGHTS[i], band);
      System.arraycopy(band, 0, to, i * BAND, BAND);
    }
  }

  /** Fills all columns of pixels that have the same position in their cells. */
  private static void interpolateColumns(
      float[] from, int fromOffset, float[] weights, float[] to, int toOffset) {
    float a = weights[0];
    float b = weights[1];
    float c = weights[2];
    float d = weights[3];
    for (int row = 0; row < POINTS; row++) {
      int i = fromOffset + row * POINTS;
      for (int cell = 0; cell < CELLS; cell++, i++) {
        to[toOffset + row * WIDTH + cell * SPACING] =
            a * from[i] + b * from[i + 1] + c * from[i + 2] + d * from[i + 3];
      }
    }
  }

  /** Fills all rows of pixels that have the same position in their cells, in one long loop. */
  private static void interpolateRows(float[] from, float[] weights, float[] to) {
    float a = weights[0];
    float b = weights[1];
    float c = weights[2];
    float d = weights[3];
    for (int i = 0; i < BAND; i++) {
      to[i] = a * from[i] + b * from[i + WIDTH] + c * from[i + 2 * WIDTH] + d * from[i + 3 * WIDTH];
    }
  }

  /** Returns the source columns, counted from the edge of the padding; see {@link #rowOffset}. */
  float[] columns() {
    return columns;
  }

  /** Returns the source rows, counted from the edge of the padding; see {@link #rowOffset}. */
  float[] rows() {
    return rows;
  }

  /** Returns the index of the first coordinate of a row of pixels. */
  static int rowOffset(int row) {
    return row % SPACING * BAND + row / SPACING * WIDTH;
  }
}
