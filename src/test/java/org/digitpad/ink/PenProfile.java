package org.digitpad.ink;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a pen is like, judged by one image of 28×28, wherever the digit lies and whatever it is.
 * Slopes are forward differences from pixel to pixel.
 *
 * @param ink mean darkness of all 784 pixels
 * @param width of the strokes in pixels: twice the ink, divided by the length of its outline (the
 *     sum of all slopes)
 * @param edge how many pixels an edge takes from ink to paper: the sum of all slopes, divided by
 *     that of their squares. Sampling makes it half a pixel wider than the edge that is drawn
 * @param darkness of a mean piece of ink, 1 for pure black: the sum of squared pixels, divided by
 *     that of the pixels
 * @param full share of the inked pixels that are as dark as can be, but for a fiftieth
 */
public record PenProfile(double ink, double width, double edge, double darkness, double full) {
  private static final double HARDLY = 0.02;

  public static PenProfile of(DigitImage image) {
    InkGrid grid = new InkGrid(DigitImage.SIDE, DigitImage.SIDE, image.toArray());
    double area = 0;
    double squares = 0;
    double slopes = 0;
    double squaredSlopes = 0;
    int inked = 0;
    int full = 0;
    for (int y = -1; y < DigitImage.SIDE; y++) {
      for (int x = -1; x < DigitImage.SIDE; x++) {
        double here = grid.at(x, y);
        double slope = Math.hypot(grid.at(x + 1, y) - here, grid.at(x, y + 1) - here);
        area += here;
        squares += here * here;
        slopes += slope;
        squaredSlopes += slope * slope;
        inked += here > HARDLY ? 1 : 0;
        full += here >= 1 - HARDLY ? 1 : 0;
      }
    }
    return new PenProfile(
        area / DigitImage.PIXELS,
        2 * area / slopes,
        slopes / squaredSlopes,
        squares / area,
        (double) full / inked);
  }

  /** One measure of many images: its median, and the quartiles about it. */
  public record Spread(double lower, double median, double upper) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", median, lower, upper);
    }
  }

  /** Measures many images, of which none is blank. */
  public static Spread spread(List<DigitImage> images, ToDoubleFunction<PenProfile> measure) {
    double[] sorted = images.stream().map(PenProfile::of).mapToDouble(measure).sorted().toArray();
    return new Spread(
        sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[3 * sorted.length / 4]);
  }
}
