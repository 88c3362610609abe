package org.digitpad.ink.scan;

import java.util.Optional;
import org.digitpad.ink.CenterOfMass;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.FittedPath;

/**
 * Recognises images that have MNIST's form already: cutting and scaling those again could only blur
 * them.
 */
final class MnistFormat {
  /** Of MNIST's 60,000 centres of mass, all lie within 0.52 of the target. */
  private static final double CENTRE_TOLERANCE = 0.52;

  private static final int SIDE = DigitImage.SIDE;

  private MnistFormat() {}

  /**
   * Returns an image that has 28×28 pixels, pure black or white paper and its digit where and as
   * large as MNIST has it, or nothing.
   */
  static Optional<DigitImage> read(GrayImage image) {
    if (image.width() != SIDE || image.height() != SIDE) {
      return Optional.empty();
    }
    int paper = image.at(0, 0) < 128 ? 0 : 255;
    float[] ink = new float[DigitImage.PIXELS];
    for (int pixel = 0; pixel < ink.length; pixel++) {
      ink[pixel] = Math.abs(image.at(pixel % SIDE, pixel / SIDE) - paper) / 255f;
    }
    return hasForm(ink) ? Optional.of(new DigitImage(ink)) : Optional.empty();
  }

  private static boolean hasForm(float[] ink) {
    int left = SIDE;
    int right = -1;
    int top = SIDE;
    int bottom = -1;
    for (int pixel = 0; pixel < ink.length; pixel++) {
      if (ink[pixel] > 0) {
        left = Math.min(left, pixel % SIDE);
        right = Math.max(right, pixel % SIDE);
        top = Math.min(top, pixel / SIDE);
        bottom = Math.max(bottom, pixel / SIDE);
      }
    }
    int longerSide = Math.max(right - left, bottom - top) + 1;
    if (longerSide < FittedPath.BOX - 1 || longerSide > FittedPath.BOX) {
      return false;
    }
    CenterOfMass mass = CenterOfMass.of(ink);
    return Math.abs(mass.x() - CenterOfMass.TARGET) <= CENTRE_TOLERANCE
        && Math.abs(mass.y() - CenterOfMass.TARGET) <= CENTRE_TOLERANCE;
  }
}
