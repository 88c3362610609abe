package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InkRasterizerTest {
  private static final int SIDE = 60;

  /** Compares with the definition: the distance of each pixel's center to the line. */
  @Test
  void drawsEveryPixelThatTheLineReaches() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      double[] line = random.doubles(4, -20, 80).toArray();
      if (i % 5 == 0) {
        line[3] = line[1]; // level
      } else if (i % 5 == 1) {
        line[2] = line[0]; // upright
      } else if (i % 5 == 2) {
        line[3] = line[1] + 1e-9;
      }
      double width = random.nextDouble(0.5, 30);
      InkRasterizer raster = new InkRasterizer(SIDE);
      raster.drawLine(line[0], line[1], line[2], line[3], width);
      byte[] drawn = raster.coverage();
      for (int pixel = 0; pixel < drawn.length; pixel++) {
        double distance = distance(pixel % SIDE + 0.5, pixel / SIDE + 0.5, line);
        double ink = Math.max(0, Math.min(1, 0.5 + width / 2 - distance));
        assertThat(Math.abs((drawn[pixel] & 0xff) - 255 * ink))
            .as("line %d, pixel %d", i, pixel)
            .isLessThanOrEqualTo(0.6);
      }
    }
  }

  @Test
  void overlappingLinesLeaveNoSeam() {
    InkRasterizer raster = new InkRasterizer(SIDE);
    raster.drawLine(10, 30, 30, 30, 9);
    raster.drawLine(30, 30, 50, 30, 9);
    byte[] ink = raster.coverage();
    for (int x = 10; x < 50; x++) {
      assertThat(ink[30 * SIDE + x] & 0xff).isEqualTo(255);
    }
    assertThat(ink[2 * SIDE + 2]).isZero();
  }

  @Test
  void aPointIsADot() {
    InkRasterizer raster = new InkRasterizer(SIDE);
    raster.drawLine(30, 30, 30, 30, 10);
    int area = 0;
    for (byte ink : raster.coverage()) {
      area += ink & 0xff;
    }
    assertThat(area / 255.0).isBetween(77.0, 80.0);
  }

  private static double distance(double x, double y, double[] line) {
    double dx = line[2] - line[0];
    double dy = line[3] - line[1];
    double squared = dx * dx + dy * dy;
    double along = squared == 0 ? 0 : ((x - line[0]) * dx + (y - line[1]) * dy) / squared;
    double t = Math.max(0, Math.min(1, along));
    return Math.hypot(x - line[0] - t * dx, y - line[1] - t * dy);
  }
}
