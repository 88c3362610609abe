package org.digitpad.ink;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Properties of the pen, estimated from a 28×28 image of any digit in any position. Gradients are
 * forward differences between pixels.
 *
 * @param ink mean of all 784 pixels
 * @param width of the strokes in pixels: twice the ink divided by the length of its outline, which
 *     is the sum of the gradients
 * @param edge width of the edges in pixels: the sum of the gradients divided by the sum of their
 *     squares. Sampling makes it half a pixel wider than the edge that is drawn
 * @param darkness of the ink, 1 for pure black: the sum of the squared pixels divided by the sum of
 *     the pixels
 * @param full share of the pixels with ink whose value is at least 0.98
 */
public record PenProfile(double ink, double width, double edge, double darkness, double full) {
  private static final double TOLERANCE = 0.02;

  public static PenProfile of(DigitImage image) {
    InkArray grid = new InkArray(DigitImage.SIDE, DigitImage.SIDE, image.toArray());
    double area = 0;
    double squares = 0;
    double gradients = 0;
    double squaredGradients = 0;
    int inked = 0;
    int full = 0;
    for (int y = -1; y < DigitImage.SIDE; y++) {
      for (int x = -1; x < DigitImage.SIDE; x++) {
        double pixel = grid.at(x, y);
        double gradient = Math.hypot(grid.at(x + 1, y) - pixel, grid.at(x, y + 1) - pixel);
        area += pixel;
        squares += pixel * pixel;
        gradients += gradient;
        squaredGradients += gradient * gradient;
        inked += pixel > TOLERANCE ? 1 : 0;
        full += pixel >= 1 - TOLERANCE ? 1 : 0;
      }
    }
    return new PenProfile(
        area / DigitImage.PIXELS,
        2 * area / gradients,
        gradients / squaredGradients,
        squares / area,
        (double) full / inked);
  }

  /** The median and the quartiles of a property of many images. */
  public record Spread(double lower, double median, double upper) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", median, lower, upper);
    }
  }

  /** Returns the spread of a property of images, none of which is blank. */
  public static Spread spread(List<DigitImage> images, ToDoubleFunction<PenProfile> property) {
    double[] sorted = images.stream().map(PenProfile::of).mapToDouble(property).sorted().toArray();
    return new Spread(
        sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[3 * sorted.length / 4]);
  }
}
