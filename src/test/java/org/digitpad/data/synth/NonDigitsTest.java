package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.digitpad.data.DigitImages;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NonDigitsTest {
  @ParameterizedTest
  @EnumSource
  void drawsEveryKind(NonDigitKind kind) {
    List<Drawing> drawings = NonDigits.drawings(kind, 60, 1);

    assertThat(drawings).hasSize(60).doesNotHaveDuplicates().noneMatch(Drawing::isBlank);
    assertThat(NonDigits.drawings(kind, 20, 1)).isEqualTo(drawings.subList(0, 20));
    assertThat(NonDigits.drawings(kind, 20, 2)).doesNotContainAnyElementsOf(drawings);
  }

  @Test
  void twoDigitsAreSideBySide() {
    for (Drawing drawing : NonDigits.drawings(NonDigitKind.TWO_DIGITS, 100, 1)) {
      double width = extent(drawing, InkPoint::x);
      double height = extent(drawing, InkPoint::y);

      assertThat(drawing.strokes()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(width / height).isBetween(0.4, 6.0);
    }
  }

  private static double extent(Drawing drawing, ToDoubleFunction<InkPoint> coordinate) {
    DoubleSummaryStatistics statistics =
        drawing.strokes().stream()
            .flatMap(stroke -> stroke.points().stream())
            .mapToDouble(coordinate)
            .summaryStatistics();
    return statistics.getMax() - statistics.getMin();
  }

  @Test
  void imagesDependOnSeedAndIndexAlone() {
    DigitImages images = NonDigits.images(200, 3);
    DigitImages fewer = NonDigits.images(50, 3);
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < 200; index++) {
      if (index < 50) {
        assertThat(fewer.image(index)).isEqualTo(images.image(index));
      }
      assertThat(images.image(index).isBlank()).isFalse();
      seen.add(Arrays.toString(images.image(index).toArray()));
    }

    assertThat(seen).hasSize(200);
  }
}
