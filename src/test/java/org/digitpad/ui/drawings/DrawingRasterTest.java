package org.digitpad.ui.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

class DrawingRasterTest {
  private static final int SIDE = 128;

  @Test
  void aSmallDigitInACornerFillsItsThumbnail() {
    Drawing small =
        new Drawing(List.of(new Stroke(List.of(new InkPoint(10, 10), new InkPoint(10, 90)), 8)));
    byte[] picture = DrawingRaster.cropped(small, SIDE);
    int first = SIDE;
    int last = -1;
    int left = 0;
    int right = 0;
    for (int pixel = 0; pixel < picture.length; pixel++) {
      if (picture[pixel] != 0) {
        first = Math.min(first, pixel / SIDE);
        last = Math.max(last, pixel / SIDE);
        left += pixel % SIDE < SIDE / 2 ? 1 : 0;
        right += pixel % SIDE >= SIDE / 2 ? 1 : 0;
      }
    }
    assertThat(first).isBetween(5, 16);
    assertThat(last).isBetween(SIDE - 17, SIDE - 6);
    assertThat(left).isEqualTo(right);
  }

  @Test
  void aDotIsNotEnlargedToTheWholePicture() {
    Drawing dot = new Drawing(List.of(new Stroke(List.of(new InkPoint(100, 50)), 16)));
    int ink = 0;
    for (byte pixel : DrawingRaster.cropped(dot, SIDE)) {
      ink += (pixel & 0xff) > 127 ? 1 : 0;
    }
    assertThat(ink).isBetween(200, SIDE * SIDE / 8);
  }

  @Test
  void aBlankDrawingIsBlank() {
    assertThat(DrawingRaster.cropped(Drawing.BLANK, SIDE)).containsOnly(0);
  }
}
