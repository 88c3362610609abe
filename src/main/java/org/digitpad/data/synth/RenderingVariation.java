package org.digitpad.data.synth;

import java.util.SplittableRandom;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeRenderer;

/**
 * Renders drawings with the variation of MNIST's images that images from the canvas do not have: in
 * stroke width and in the position of the digit within a pixel.
 */
final class RenderingVariation {
  /** Share of the images that are rendered as on the canvas, without variation. */
  private static final double UNVARIED_SHARE = 0.25;

  /** Pen widths in pixels, the range of nearly all of MNIST (ink divided by skeleton length). */
  private static final double MIN_WIDTH = 1.6;

  private static final double MAX_WIDTH = 5.5;

  private static final int SIDE = DigitImage.SIDE;

  private RenderingVariation() {}

  /** Returns the 784 pixels of an image, 0 to 1. */
  static float[] render(Drawing drawing, SplittableRandom random) {
    if (random.nextDouble() < UNVARIED_SHARE) {
      return StrokeRenderer.render(drawing).toArray();
    }
    // wide pens are rare
    double share = StrictMath.pow(random.nextDouble(), 1.4);
    double penWidth = MIN_WIDTH * StrictMath.pow(MAX_WIDTH / MIN_WIDTH, share);
    float[] image = StrokeRenderer.render(drawing, penWidth).toArray();
    return shift(image, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
  }

  /** Moves the ink by up to half a pixel with interpolation, which also softens its edges. */
  private static float[] shift(float[] image, double right, double down) {
    return shiftBy(shiftBy(image, right, 1), down, SIDE);
  }

  /**
   * Moves the ink along one axis.
   *
   * @param distance in pixels, -1 to 1
   * @param stride from a pixel to the next along the axis
   */
  private static float[] shiftBy(float[] image, double distance, int stride) {
    float share = (float) Math.abs(distance);
    int from = distance > 0 ? -stride : stride;
    float[] moved = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      // pixels at the edge are background, so it does not matter in which row the neighbor is
      int neighbor = i + from;
      float neighborPixel = neighbor >= 0 && neighbor < image.length ? image[neighbor] : 0;
      moved[i] = (1 - share) * image[i] + share * neighborPixel;
    }
    return moved;
  }
}
