package org.digitpad.ink.scan;

import java.util.Optional;
import org.digitpad.ink.CenterOfMass;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.FittedPath;

/**
 * Detects images that already have the format of MNIST. They are used unchanged, since cropping and
 * scaling them again would only blur them.
 */
final class MnistFormatDetector {
  /** The centers of mass of MNIST's 60,000 training images are all within 0.52 of the target. */
  private static final double CENTER_TOLERANCE = 0.52;

  private static final int SIDE = DigitImage.SIDE;

  private MnistFormatDetector() {}

  /**
   * Returns the image if it has 28×28 pixels, a pure black or white background, and a digit of the
   * size and position that MNIST's digits have; else nothing.
   */
  static Optional<DigitImage> read(GrayImage image) {
    if (image.width() != SIDE || image.height() != SIDE) {
      return Optional.empty();
    }
    int background = image.at(0, 0) < 128 ? 0 : 255;
    float[] ink = new float[DigitImage.PIXELS];
    for (int pixel = 0; pixel < ink.length; pixel++) {
      ink[pixel] = Math.abs(image.at(pixel % SIDE, pixel / SIDE) - background) / 255f;
    }
    return hasFormat(ink) ? Optional.of(new DigitImage(ink)) : Optional.empty();
  }

  private static boolean hasFormat(float[] ink) {
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
    return Math.abs(mass.x() - CenterOfMass.TARGET) <= CENTER_TOLERANCE
        && Math.abs(mass.y() - CenterOfMass.TARGET) <= CENTER_TOLERANCE;
  }
}
