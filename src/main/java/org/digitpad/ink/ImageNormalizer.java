package org.digitpad.ink;

/**
 * Brings a picture of one handwritten digit into MNIST's form, as its authors did: cropped to its
 * ink, scaled to 20×20 pixels with its aspect kept, antialiased, moved by whole pixels until its
 * centre of mass is nearest the centre of 28×28. Strokes keep the thickness they have.
 */
public final class ImageNormalizer {
  private ImageNormalizer() {}

  /**
   * Normalises a picture, safe for use by any thread. Ink may be darker or lighter than the paper;
   * the paper, judged by the image's border, may be unevenly lit. Needs memory for a row and a
   * column besides the image.
   *
   * @return the digit; blank where nothing stands out from the paper; an image that already has
   *     MNIST's form is returned as it is
   */
  public static DigitImage normalize(GrayImage image) {
    return MnistForm.read(image)
        .or(() -> InkMap.of(image).map(ImageNormalizer::fit))
        .orElse(DigitImage.BLANK);
  }

  private static DigitImage fit(InkMap ink) {
    BoxScaler scaler = new BoxScaler(ink, InkBox.of(ink));
    float[] corner = scaler.scale();
    MassCentre mass = MassCentre.of(corner);
    int right = shift(mass.x(), scaler.width());
    int down = shift(mass.y(), scaler.height());
    float[] centred = new float[DigitImage.PIXELS];
    for (int row = 0; row < scaler.height(); row++) {
      System.arraycopy(
          corner,
          row * DigitImage.SIDE,
          centred,
          (row + down) * DigitImage.SIDE + right,
          scaler.width());
    }
    return new DigitImage(centred);
  }

  /** Whole pixels that centre the mass, but not beyond where the box would leave the image. */
  private static int shift(double mass, int side) {
    long centring = Math.round(MassCentre.TARGET - mass);
    return (int) Math.max(0, Math.min(DigitImage.SIDE - side, centring));
  }
}
