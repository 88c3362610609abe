package org.digitpad.ui.common;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.digitpad.ink.DigitImage;

/**
 * JavaFX images of 28×28 digits. Each pixel is drawn as a square of {@code scale} pixels a side, as
 * some of JavaFX's rendering pipelines blur images that they scale up.
 */
public final class DigitImagePainter {
  private static final int SIDE = DigitImage.SIDE;

  private DigitImagePainter() {}

  /**
   * Returns a digit in white on black, as in MNIST.
   *
   * @param scale pixels a side that one pixel of the digit becomes
   */
  public static WritableImage of(DigitImage image, int scale) {
    WritableImage picture = new WritableImage(SIDE * scale, SIDE * scale);
    paint(picture, image, scale);
    return picture;
  }

  /** Paints a digit in white on black over a picture of the same scale. */
  public static void paint(WritableImage picture, DigitImage image, int scale) {
    paint(picture, image, scale, ink -> 0xff000000 | ink << 16 | ink << 8 | ink);
  }

  /** Returns a digit in one color, transparent where there is no ink. */
  public static WritableImage tinted(DigitImage image, int scale, Color color) {
    int rgb =
        (int) Math.round(255 * color.getRed()) << 16
            | (int) Math.round(255 * color.getGreen()) << 8
            | (int) Math.round(255 * color.getBlue());
    WritableImage picture = new WritableImage(SIDE * scale, SIDE * scale);
    paint(picture, image, scale, ink -> ink << 24 | rgb);
    return picture;
  }

  /**
   * Paints a digit.
   *
   * @param colors the ARGB color of each value from 0 (background) to 255 (ink)
   */
  private static void paint(
      WritableImage picture, DigitImage image, int scale, IntUnaryOperator colors) {
    int[] line = new int[SIDE * scale];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int color = colors.applyAsInt(Math.round(255 * image.at(row, column)));
        Arrays.fill(line, column * scale, (column + 1) * scale, color);
      }
      // a scanline stride of 0 repeats the line
      picture
          .getPixelWriter()
          .setPixels(
              0, row * scale, line.length, scale, PixelFormat.getIntArgbInstance(), line, 0, 0);
    }
  }
}
