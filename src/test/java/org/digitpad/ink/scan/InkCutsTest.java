package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InkCutsTest {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 60;

  @Test
  void ringsThatTouchAreCutWhereTheyTouch() {
    InkPart rings = part((x, y) -> isRing(x, y, 30) || isRing(x, y, 85));

    InkCuts cuts = new InkCuts(rings, WIDTH, 50);

    assertThat(IntStream.rangeClosed(1, cuts.count()))
        .anyMatch(
            cut -> {
              Optional<InkPart> left = cuts.between(0, cut);
              Optional<InkPart> right = cuts.between(cut, cuts.count() + 1);
              return left.isPresent()
                  && right.isPresent()
                  && Math.abs(left.get().box().right() - 58) < 4
                  && left.get().size() + right.get().size() == rings.size();
            });
  }

  @Test
  void aBarHasNoCut() {
    InkPart bar = part((x, y) -> x >= 50 && x < 58 && y >= 5 && y < 55);

    assertThat(new InkCuts(bar, WIDTH, 50).count()).isZero();
  }

  @Test
  void betweenTheSidesIsAllInk() {
    InkPart ring = part((x, y) -> isRing(x, y, 30));
    InkCuts cuts = new InkCuts(ring, WIDTH, 50);

    InkPart all = cuts.between(0, cuts.count() + 1).orElseThrow();

    assertThat(all.pixels()).isEqualTo(ring.pixels());
    assertThat(all.box()).isEqualTo(ring.box());
  }

  private static boolean isRing(int x, int y, int center) {
    double radius = Math.hypot(x - center, y - 30);
    return radius < 28 && radius > 20;
  }

  /** Whether a pixel is ink. */
  @FunctionalInterface
  private interface Ink {
    boolean at(int x, int y);
  }

  private static InkPart part(Ink ink) {
    int[] pixels =
        IntStream.range(0, WIDTH * HEIGHT)
            .filter(pixel -> ink.at(pixel % WIDTH, pixel / WIDTH))
            .toArray();
    return InkPart.of(pixels, WIDTH);
  }
}
