package org.digitpad.recognize.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.util.Random;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LuminanceTest {
  private static final int WIDTH = 31;
  private static final int HEIGHT = 17;

  /** Bytes are read in another way than the pixels of other images. */
  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR})
  void theLayoutOfThePixelsDoesNotMatter(int type) {
    assertSameAsInts(new BufferedImage(WIDTH, HEIGHT, type));
  }

  /** As Java's PNG reader has them: red first. */
  @Test
  void theOrderOfTheBandsDoesNotMatter() {
    ColorSpace colors = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    for (int[] bands : new int[][] {{0, 1, 2, 3}, {3, 1, 0, 2}}) {
      assertSameAsInts(
          ImageTypeSpecifier.createInterleaved(colors, bands, DataBuffer.TYPE_BYTE, true, false)
              .createBufferedImage(WIDTH, HEIGHT));
    }
    assertSameAsInts(
        ImageTypeSpecifier.createInterleaved(
                colors, new int[] {0, 1, 2}, DataBuffer.TYPE_BYTE, false, false)
            .createBufferedImage(WIDTH, HEIGHT));
  }

  private static void assertSameAsInts(BufferedImage bytes) {
    boolean alpha = bytes.getColorModel().hasAlpha();
    BufferedImage ints =
        new BufferedImage(
            WIDTH, HEIGHT, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int argb = random.nextInt() | (random.nextBoolean() || !alpha ? 0xff000000 : 0);
        bytes.setRGB(x, y, argb);
        ints.setRGB(x, y, argb);
      }
    }
    for (int background : new int[] {0, 255}) {
      assertThat(Luminance.of(bytes, background)).isEqualTo(Luminance.of(ints, background));
    }
  }
}
