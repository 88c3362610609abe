package org.digitpad.ink.scan;

import org.digitpad.ink.CenterOfMass;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.FittedPath;
import org.digitpad.ink.InkGrid;

/**
 * Brings a picture of one handwritten digit into MNIST's form, as its authors did: cropped to its
 * ink, scaled to 20×20 pixels with its aspect kept, antialiased, moved by whole pixels until its
 * centre of mass is nearest the centre of 28×28. Strokes much thinner than MNIST's are thickened.
 */
public final class ImageNormalizer {
  private static final int BOX = (int) FittedPath.BOX;

  /** Fine enough to measure and thicken strokes that are thinner than MNIST's pixels. */
  private static final int FINE_BOX = 4 * BOX;

  private ImageNormalizer() {}

  /**
   * Normalises a picture, safe for use by any thread. Ink may be darker or lighter than the paper;
   * the paper, judged by the image's border, may be unevenly lit. Besides the image it needs memory
   * for one row, one column and small grids.
   *
   * @return the digit; blank where nothing stands out from the paper; an image that already has
   *     MNIST's form is returned as it is
   */
  public static DigitImage normalize(GrayImage image) {
    return MnistFormat.read(image)
        .or(() -> InkExtractor.of(image).map(ImageNormalizer::fit))
        .orElse(DigitImage.BLANK);
  }

  private static DigitImage fit(InkExtractor ink) {
    InkBounds box = InkBounds.of(ink);
    InkGrid fine = new AreaScaler(ink, box, FINE_BOX).scale();
    InkGrid thick = StrokeWidth.thickenIfThin(fine);
    InkGrid digit =
        thick == fine
            ? new AreaScaler(ink, box, BOX).scale()
            : new AreaScaler(thick, InkBounds.of(thick), BOX).scale();
    return centre(digit);
  }

  private static DigitImage centre(InkGrid digit) {
    CenterOfMass mass = CenterOfMass.of(digit);
    int right = shift(mass.x(), digit.width());
    int down = shift(mass.y(), digit.height());
    float[] centred = new float[DigitImage.PIXELS];
    for (int row = 0; row < digit.height(); row++) {
      int from = row * digit.width();
      int to = (row + down) * DigitImage.SIDE + right;
      System.arraycopy(digit.ink(), from, centred, to, digit.width());
    }
    return new DigitImage(centred);
  }

  /** Whole pixels that centre the mass, but not beyond where the box would leave the image. */
  private static int shift(double mass, int side) {
    long centring = Math.round(CenterOfMass.TARGET - mass);
    return (int) Math.max(0, Math.min(DigitImage.SIDE - side, centring));
  }
}
