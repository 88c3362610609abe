package org.digitpad.ink.scan;

import org.digitpad.ink.CenterOfMass;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.FittedPath;
import org.digitpad.ink.InkArray;
import org.digitpad.ink.InkRaster;

/**
 * Converts a picture of one handwritten digit to the format of MNIST, in the way of its authors:
 * the picture is cropped to the ink, scaled to 20×20 pixels with its aspect ratio kept,
 * antialiased, and moved by whole pixels so that the center of mass is nearest to the center of the
 * 28×28 image. Strokes much thinner than MNIST's are thickened.
 */
public final class ImageNormalizer {
  private static final int BOX = (int) FittedPath.BOX;

  /** Fine enough to measure and thicken strokes that are thinner than one of MNIST's pixels. */
  private static final int FINE_BOX = 4 * BOX;

  private ImageNormalizer() {}

  /**
   * Normalizes a picture. Safe for use by multiple threads. Ink may be darker or lighter than the
   * background, and the background, which is estimated from the image's border, may be unevenly
   * lit. Besides the image, this needs memory for one row, one column and small grids only.
   *
   * @return the digit; blank if nothing stands out from the background; an image that already has
   *     the format of MNIST is returned unchanged
   */
  public static DigitImage normalize(GrayImage image) {
    return scan(image).image();
  }

  /** Normalizes a picture as {@link #normalize} does, and tells where the digit was found. */
  static ScannedDigit scan(GrayImage image) {
    InkBounds whole = new InkBounds(0, 0, image.width(), image.height());
    return MnistFormatDetector.read(image)
        .map(digit -> new ScannedDigit(digit, whole, true))
        .or(() -> InkExtractor.of(image).map(ImageNormalizer::fit))
        .orElse(new ScannedDigit(DigitImage.BLANK, whole, true));
  }

  /** Fits ink that is not blank into an image. */
  static ScannedDigit fit(InkRaster ink) {
    InkBounds box = InkBounds.of(ink);
    InkArray fine = new AreaScaler(ink, box, FINE_BOX).scale();
    InkArray thick = StrokeThickener.thickenIfThin(fine);
    InkArray digit =
        thick == fine
            ? new AreaScaler(ink, box, BOX).scale()
            : new AreaScaler(thick, InkBounds.of(thick), BOX).scale();
    return new ScannedDigit(placeCentered(digit), box, true);
  }

  private static DigitImage placeCentered(InkArray digit) {
    CenterOfMass mass = CenterOfMass.of(digit);
    int right = shift(mass.x(), digit.width());
    int down = shift(mass.y(), digit.height());
    float[] centered = new float[DigitImage.PIXELS];
    for (int row = 0; row < digit.height(); row++) {
      int from = row * digit.width();
      int to = (row + down) * DigitImage.SIDE + right;
      System.arraycopy(digit.ink(), from, centered, to, digit.width());
    }
    return new DigitImage(centered);
  }

  /** Returns the whole pixels that center the mass, limited so that the box stays in the image. */
  private static int shift(double mass, int side) {
    long centering = Math.round(CenterOfMass.TARGET - mass);
    return (int) Math.max(0, Math.min(DigitImage.SIDE - side, centering));
  }
}
