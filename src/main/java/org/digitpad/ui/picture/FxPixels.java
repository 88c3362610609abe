package org.digitpad.ui.picture;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.digitpad.recognize.image.PixelRows;

/**
 * The pixels of an image of JavaFX, which must be loaded and not change.
 *
 * @param image the image
 */
record FxPixels(Image image) implements PixelRows {
  @Override
  public int width() {
    return (int) image.getWidth();
  }

  @Override
  public int height() {
    return (int) image.getHeight();
  }

  @Override
  public void copyRow(int y, int[] argb) {
    image
        .getPixelReader()
        .getPixels(0, y, width(), 1, PixelFormat.getIntArgbInstance(), argb, 0, width());
  }
}
