package org.digitpad.data.synth;

import java.util.SplittableRandom;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeRenderer;

/**
 * Makes images that differ as MNIST's do where those of a drawing pad are all alike: in the width
 * of the pen and in where the digit lies within a pixel.
 */
final class RenderingVariation {
  /** Share of the images that are left as the pad has them. */
  private static final double AS_ON_THE_PAD = 0.25;

  /** In pixels: nearly all of MNIST's pens, as ink divided by length of the skeleton. */
  private static final double THINNEST = 1.6;

  private static final double THICKEST = 5.5;

  private static final int SIDE = DigitImage.SIDE;

  private RenderingVariation() {}

  /** Returns the 784 pixels of an image, 0 to 1. */
  static float[] render(Drawing drawing, SplittableRandom random) {
    if (random.nextDouble() < AS_ON_THE_PAD) {
      return StrokeRenderer.render(drawing).toArray();
    }
    // thick ones are rare
    double share = StrictMath.pow(random.nextDouble(), 1.4);
    double penWidth = THINNEST * StrictMath.pow(THICKEST / THINNEST, share);
    float[] image = StrokeRenderer.render(drawing, penWidth).toArray();
    return shift(image, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
  }

  /** Moves the ink by up to half a pixel, interpolating, which also softens its edges. */
  private static float[] shift(float[] image, double right, double down) {
    return alongRows(alongRows(image, right, 1), down, SIDE);
  }

  /** Moves towards the pixels {@code stride} ahead, or back if {@code by} is negative. */
  private static float[] alongRows(float[] image, double by, int stride) {
    float share = (float) Math.abs(by);
    int from = by > 0 ? -stride : stride;
    float[] moved = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      // pixels at the rim are paper, whichever row they are in
      int neighbour = i + from;
      float there = neighbour >= 0 && neighbour < image.length ? image[neighbour] : 0;
      moved[i] = (1 - share) * image[i] + share * there;
    }
    return moved;
  }
}
