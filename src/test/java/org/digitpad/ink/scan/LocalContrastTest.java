package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LocalContrastTest {
  @Test
  void theEdgeOfAShadowSpeaksNeitherForDarkNorForLightInk() {
    GrayImage dark = SyntheticPictures.picture(400, 300, (x, y) -> light(x) * ink(x, y, 0.3));
    GrayImage light = SyntheticPictures.picture(400, 300, (x, y) -> 255 - dark.at(x, y));

    assertThat(LocalContrast.darkShare(dark)).isGreaterThan(0.9);
    assertThat(LocalContrast.darkShare(light)).isLessThan(0.1);
  }

  @Test
  void anEvenPictureSpeaksForNothing() {
    assertThat(LocalContrast.darkShare(SyntheticPictures.picture(90, 30, (x, y) -> 200)))
        .isEqualTo(0.5);
  }

  @Test
  void openingRemovesThinLinesAndLeavesStrokesAsTheyAre() {
    int width = 60;
    int height = 50;
    boolean[] stroke = new boolean[width * height];
    boolean[] both = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        stroke[y * width + x] = Math.abs(x - y) < 6 && x > 12 && x < 40;
        both[y * width + x] = stroke[y * width + x] || y % 20 < 2;
      }
    }

    boolean[] left = LocalContrast.opened(both, width, height, 5);

    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean far = Math.abs(x - y) > 16 || x < 5 || x > 48;
        // the corners of the stroke may be rounded
        boolean corner = x < 20 || x > 32;
        if (stroke[y * width + x] && !corner || far) {
          assertThat(left[y * width + x]).as("%d, %d", x, y).isEqualTo(stroke[y * width + x]);
        }
      }
    }
  }

  private static double light(int x) {
    return x < 170 ? 110 : 230;
  }

  private static double ink(int x, int y, double ink) {
    return Math.abs(Math.hypot(x - 200, y - 150) - 60) < 6 ? ink : 1;
  }
}
