package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.digitpad.ink.InkArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaScalerTest {
  private static final int MARGIN = 3;

  @ParameterizedTest
  @CsvSource({
    "7, 5, 5",
    "40, 23, 20",
    "23, 40, 20",
    "81, 80, 80",
    "20, 20, 20",
    "3, 2, 2",
    "9, 1, 4",
    "50, 49, 7"
  })
  void aShrunkPixelIsTheMeanOfTheAreaThatItCovers(int width, int height, int side) {
    InkArray ink = random(width + 2 * MARGIN, height + 2 * MARGIN);
    InkBounds box = new InkBounds(MARGIN, MARGIN - 1, width, height);
    InkArray scaled = new AreaScaler(ink, box, side).scale();
    double scale = (double) side / Math.max(width, height);
    assertThat(scaled.width()).isEqualTo(lengthOf(width, scale));
    assertThat(scaled.height()).isEqualTo(lengthOf(height, scale));
    for (int row = 0; row < scaled.height(); row++) {
      for (int column = 0; column < scaled.width(); column++) {
        double sum = 0;
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            double area = overlap(x * scale, scale, column) * overlap(y * scale, scale, row);
            sum += area * ink.at(box.left() + x, box.top() + y);
          }
        }
        assertThat(scaled.at(column, row)).isCloseTo(sum, within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 2, 10", "2, 5, 20", "1, 1, 20", "7, 7, 9"})
  void anEnlargedPixelIsInterpolatedBetweenTheFourNearest(int width, int height, int side) {
    InkArray ink = random(width + 2 * MARGIN, height + 2 * MARGIN);
    InkBounds box = new InkBounds(MARGIN, MARGIN + 1, width, height);
    InkArray scaled = new AreaScaler(ink, box, side).scale();
    double scale = (double) side / Math.max(width, height);
    assertThat(scaled.width()).isEqualTo(lengthOf(width, scale));
    assertThat(scaled.height()).isEqualTo(lengthOf(height, scale));
    for (int row = 0; row < scaled.height(); row++) {
      for (int column = 0; column < scaled.width(); column++) {
        double centerX = box.left() + (column + 0.5) / scale - 0.5;
        double centerY = box.top() + (row + 0.5) / scale - 0.5;
        double sum = 0;
        for (int y = 0; y < ink.height(); y++) {
          for (int x = 0; x < ink.width(); x++) {
            sum += tent(x - centerX) * tent(y - centerY) * ink.at(x, y);
          }
        }
        assertThat(scaled.at(column, row)).isCloseTo(sum, within(1e-6));
      }
    }
  }

  @Test
  void inkThatFillsTheBoxStaysFull() {
    float[] full = new float[30 * 30];
    Arrays.fill(full, 1);
    InkArray scaled =
        new AreaScaler(new InkArray(30, 30, full), new InkBounds(0, 0, 30, 30), 20).scale();
    assertThat(scaled.ink()).hasSize(400);
    for (float pixel : scaled.ink()) {
      assertThat(pixel).isCloseTo(1, within(1e-6f)).isLessThanOrEqualTo(1);
    }
  }

  private static int lengthOf(int length, double scale) {
    return (int) Math.ceil(length * scale - 1e-9);
  }

  /** Length of the part of a scaled pixel from {@code start} that is within pixel {@code index}. */
  private static double overlap(double start, double length, int index) {
    return Math.max(0, Math.min(start + length, index + 1) - Math.max(start, index));
  }

  private static double tent(double distance) {
    return Math.max(0, 1 - Math.abs(distance));
  }

  private static InkArray random(int width, int height) {
    Random random = new Random(31L * width + height);
    float[] ink = new float[width * height];
    for (int pixel = 0; pixel < ink.length; pixel++) {
      ink[pixel] = random.nextInt(4) == 0 ? 0 : random.nextFloat();
    }
    return new InkArray(width, height, ink);
  }
}
