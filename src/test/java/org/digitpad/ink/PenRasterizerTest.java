package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PenRasterizerTest {
  private static final int SIDE = DigitImage.SIDE;

  /** Leaving out the pixels that a line does not reach changes no bit. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, PenRasterizer.PEN_WIDTH, 6.4})
  void theInkIsThatOfTheDistanceOfEachPixel(double penWidth) {
    Random random = new Random(1);
    PenRasterizer rasterizer = new PenRasterizer(penWidth);
    float[] pixels = new float[DigitImage.PIXELS];
    for (int i = 0; i < 3_000; i++) {
      double[] line = random.doubles(4, -3, SIDE + 3).toArray();
      switch (i % 5) {
        case 0 -> line[2] = line[0]; // vertical
        case 1 -> line[3] = line[1]; // horizontal
        case 2 -> line[3] = line[1] + (line[2] - line[0]) / SIDE; // hardly steep
        case 3 -> line = random.ints(4, 0, SIDE).asDoubleStream().toArray();
        default -> {}
      }
      rasterizer.clear(penWidth);
      rasterizer.drawLine(line[0], line[1], line[2], line[3]);
      rasterizer.copyPixels(pixels);
      assertThat(pixels).isEqualTo(ink(line, penWidth));
    }
  }

  private static float[] ink(double[] line, double penWidth) {
    double dx = line[2] - line[0];
    double dy = line[3] - line[1];
    double squaredLength = dx * dx + dy * dy;
    double perLength = squaredLength >= Double.MIN_NORMAL ? 1 / squaredLength : 0;
    double radius = penWidth / 2 + 0.5;
    float[] pixels = new float[DigitImage.PIXELS];
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      double px = pixel % SIDE - line[0];
      double py = pixel / SIDE - line[1];
      double along = Math.max(0, Math.min(1, (px * dx + py * dy) * perLength));
      double x = px - along * dx;
      double y = py - along * dy;
      pixels[pixel] = (float) Math.max(0, Math.min(1, radius - Math.sqrt(x * x + y * y)));
    }
    return pixels;
  }
}
