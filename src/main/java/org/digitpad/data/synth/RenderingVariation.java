package org.digitpad.data.synth;

import java.util.SplittableRandom;
import org.digitpad.data.DigitImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.PixelRenderer;

/**
 * Renders drawings with the variation of MNIST's images that images from the canvas do not have: in
 * stroke width and in the position of the digit within a pixel. It reuses its memory: a dataset has
 * so many drawings that the heap would grow by hundreds of megabytes. Serves one thread.
 */
final class RenderingVariation {
  /** Share of the images that are rendered as on the canvas, without variation. */
  private static final double UNVARIED_SHARE = 0.25;

  /** Pen widths in pixels, the range of nearly all of MNIST (ink divided by skeleton length). */
  private static final double MIN_WIDTH = 1.6;

  private static final double MAX_WIDTH = 5.5;

  private static final int SIDE = DigitImage.SIDE;

  private static final ThreadLocal<RenderingVariation> OF_THREAD =
      ThreadLocal.withInitial(RenderingVariation::new);

  private final PixelRenderer renderer = new PixelRenderer();
  private final float[] image = new float[DigitImage.PIXELS];
  private final float[] moved = new float[DigitImage.PIXELS];

  private RenderingVariation() {}

  /**
   * Writes an image of a drawing. Safe for use by multiple threads.
   *
   * @param pixels the bytes of several images; those of image {@code index} are overwritten
   */
  static void write(Drawing drawing, SplittableRandom random, byte[] pixels, int index) {
    RenderingVariation variation = OF_THREAD.get();
    variation.render(drawing, random);
    DigitImages.write(variation.image, pixels, index);
  }

  private void render(Drawing drawing, SplittableRandom random) {
    if (random.nextDouble() < UNVARIED_SHARE) {
      renderer.render(drawing, image);
      return;
    }
    // wide pens are rare
    double share = StrictMath.pow(random.nextDouble(), 1.4);
    double penWidth = MIN_WIDTH * StrictMath.pow(MAX_WIDTH / MIN_WIDTH, share);
    renderer.render(drawing, penWidth, image);
    // by up to half a pixel with interpolation, which also softens the edges
    shift(image, random.nextDouble() - 0.5, 1, moved);
    shift(moved, random.nextDouble() - 0.5, SIDE, image);
  }

  /**
   * Moves the ink along one axis.
   *
   * @param distance in pixels, -1 to 1
   * @param stride from a pixel to the next along the axis
   */
  private static void shift(float[] image, double distance, int stride, float[] moved) {
    float share = (float) Math.abs(distance);
    int from = distance > 0 ? -stride : stride;
    for (int i = 0; i < image.length; i++) {
      // pixels at the edge are background, so it does not matter in which row the neighbor is
      int neighbor = i + from;
      float neighborPixel = neighbor >= 0 && neighbor < image.length ? image[neighbor] : 0;
      moved[i] = (1 - share) * image[i] + share * neighborPixel;
    }
  }
}
