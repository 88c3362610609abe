package org.digitpad.ui.drawings;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.digitpad.ink.CanvasContent;

/** Drawings as PNG files: dark ink on white paper, whatever the theme. */
final class DrawingPng {
  /** Four pixels per canvas unit: sharp in print at 10 cm. */
  static final int SIDE = 1120;

  /** Lightness of each pixel of the paper and of the ink. */
  private static final int PAPER = 255;

  private static final int INK = 31;

  private DrawingPng() {}

  static void write(CanvasContent content, OutputStream out) throws IOException {
    byte[] coverage = DrawingRaster.coverage(content, SIDE);
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, SIDE, SIDE, colors(coverage), 0, SIDE);
    // ImageIO would take a temporary file, and a kill would leave it
    try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", png);
    }
  }

  /** Returns the opaque ARGB colors of pixels by how much of each is ink. */
  static int[] colors(byte[] coverage) {
    int[] colors = new int[coverage.length];
    for (int i = 0; i < colors.length; i++) {
      int ink = coverage[i] & 0xff;
      int gray = (PAPER * (255 - ink) + INK * ink) / 255;
      colors[i] = 0xff000000 | gray << 16 | gray << 8 | gray;
    }
    return colors;
  }
}
