package org.digitpad.ui.common;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.digitpad.ink.DigitImage;

/**
 * Pictures of digits in whole pixels, enlarged by hand: not all of JavaFX's pipelines can do so
 * without blurring.
 */
public final class DigitPicture {
  private static final int SIDE = DigitImage.SIDE;

  private DigitPicture() {}

  /** White on black, as MNIST is. */
  public static WritableImage of(DigitImage image, int enlarged) {
    WritableImage picture = new WritableImage(SIDE * enlarged, SIDE * enlarged);
    paint(picture, image, enlarged);
    return picture;
  }

  /** Paints white on black over a picture that {@link #of} has made. */
  public static void paint(WritableImage picture, DigitImage image, int enlarged) {
    paint(picture, image, enlarged, ink -> 0xff000000 | ink << 16 | ink << 8 | ink);
  }

  /** In one colour, and clear where there is no ink. */
  public static WritableImage inked(DigitImage image, int enlarged, Color colour) {
    int rgb =
        (int) Math.round(255 * colour.getRed()) << 16
            | (int) Math.round(255 * colour.getGreen()) << 8
            | (int) Math.round(255 * colour.getBlue());
    WritableImage picture = new WritableImage(SIDE * enlarged, SIDE * enlarged);
    paint(picture, image, enlarged, ink -> ink << 24 | rgb);
    return picture;
  }

  /**
   * Paints.
   *
   * @param colours what 0 (paper) to 255 (ink) look like, as ARGB
   */
  private static void paint(
      WritableImage picture, DigitImage image, int enlarged, IntUnaryOperator colours) {
    int[] line = new int[SIDE * enlarged];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int colour = colours.applyAsInt(Math.round(255 * image.at(row, column)));
        Arrays.fill(line, column * enlarged, (column + 1) * enlarged, colour);
      }
      // a scanline stride of 0 repeats the line
      picture
          .getPixelWriter()
          .setPixels(
              0,
              row * enlarged,
              line.length,
              enlarged,
              PixelFormat.getIntArgbInstance(),
              line,
              0,
              0);
    }
  }
}
