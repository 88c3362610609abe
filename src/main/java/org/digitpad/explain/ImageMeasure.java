package org.digitpad.explain;

import java.util.OptionalDouble;
import org.digitpad.ink.CenterOfMass;
import org.digitpad.ink.DigitImage;

/** What can be measured of a digit's image of 28×28 pixels, to compare it with MNIST's. */
public enum ImageMeasure {
  /** Columns from the first to the last with a pixel of at least half the full ink. */
  WIDTH {
    @Override
    double of(float[] pixels) {
      return extent(pixels, true);
    }
  },
  /** Rows from the first to the last with a pixel of at least half the full ink. */
  HEIGHT {
    @Override
    double of(float[] pixels) {
      return extent(pixels, false);
    }
  },
  /**
   * Degrees by which the digit leans to the right: the slope of the regression of the ink's columns
   * on its rows.
   */
  SLANT {
    @Override
    double of(float[] pixels) {
      CenterOfMass center = CenterOfMass.of(pixels);
      double mixed = 0;
      double rows = 0;
      for (int i = 0; i < pixels.length; i++) {
        double y = i / DigitImage.SIDE - center.y();
        mixed += pixels[i] * y * (i % DigitImage.SIDE - center.x());
        rows += pixels[i] * y * y;
      }
      // y runs down, so what leans to the right has columns that fall with the rows
      return rows > 0 ? Math.toDegrees(Math.atan(-mixed / rows)) : 0;
    }
  },
  /**
   * Width of the strokes in pixels: twice the ink divided by the length of its outline, which is
   * the sum of the differences between neighboring pixels.
   */
  STROKE_WIDTH {
    @Override
    double of(float[] pixels) {
      double ink = 0;
      double outline = 0;
      for (int row = -1; row < DigitImage.SIDE; row++) {
        for (int column = -1; column < DigitImage.SIDE; column++) {
          double pixel = at(pixels, row, column);
          ink += pixel;
          outline +=
              Math.hypot(at(pixels, row, column + 1) - pixel, at(pixels, row + 1, column) - pixel);
        }
      }
      return 2 * ink / outline;
    }
  },
  /** Column of the center of mass, where 0 is the middle of the first one. */
  CENTER_X {
    @Override
    double of(float[] pixels) {
      return CenterOfMass.of(pixels).x();
    }
  },
  /** Row of the center of mass, where 0 is the middle of the first one. */
  CENTER_Y {
    @Override
    double of(float[] pixels) {
      return CenterOfMass.of(pixels).y();
    }
  };

  private static final float HALF = 0.5f;

  /**
   * Measures an image.
   *
   * @return empty if the image is blank
   */
  public OptionalDouble of(DigitImage image) {
    return image.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(of(image.toArray()));
  }

  /** Measures 784 pixels that are not all 0. */
  abstract double of(float[] pixels);

  /** 0 if no pixel has half the full ink. */
  private static double extent(float[] pixels, boolean columns) {
    int first = DigitImage.SIDE;
    int last = first - 1;
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] >= HALF) {
        int at = columns ? i % DigitImage.SIDE : i / DigitImage.SIDE;
        boolean none = first > last;
        first = Math.min(first, at);
        last = none ? at : Math.max(last, at);
      }
    }
    return last - first + 1;
  }

  private static double at(float[] pixels, int row, int column) {
    boolean inside = row >= 0 && column >= 0 && row < DigitImage.SIDE && column < DigitImage.SIDE;
    return inside ? pixels[row * DigitImage.SIDE + column] : 0;
  }
}
