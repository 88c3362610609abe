package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.digitpad.data.synth.WritingStyle.Knot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WritingStyleTest {
  @Test
  void parsesALine() {
    WritingStyle style = WritingStyle.parse("7 crossed 2.5:  4,-5 88,4! 40,100 | 26,50 86,50");

    assertThat(style)
        .isEqualTo(
            new WritingStyle(
                7,
                "crossed",
                2.5,
                List.of(
                    List.of(
                        new Knot(0.04, -0.05, false),
                        new Knot(0.88, 0.04, true),
                        new Knot(0.4, 1, false)),
                    List.of(new Knot(0.26, 0.5, false), new Knot(0.86, 0.5, false)))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyDigitHasSeveralStyles(int digit) {
    List<WritingStyle> styles = WritingStyles.of(digit);

    assertThat(styles).hasSizeGreaterThan(8);
    assertThat(styles).extracting(WritingStyle::name).doesNotHaveDuplicates();
    for (WritingStyle style : styles) {
      assertThat(style.digit()).isEqualTo(digit);
      assertThat(style.weight()).isPositive();
      assertThat(style.strokes()).isNotEmpty().allMatch(stroke -> stroke.size() >= 2);
      List<Knot> knots = style.strokes().stream().flatMap(List::stream).toList();
      assertThat(knots).allMatch(knot -> knot.x() > -0.6 && knot.x() < 1.6);
      assertThat(knots).allMatch(knot -> knot.y() > -0.4 && knot.y() < 1.4);
      // digits that lie are lower than wide
      assertThat(Math.max(range(knots, Knot::x), range(knots, Knot::y)))
          .as(style.name())
          .isBetween(0.8, 1.6);
    }
  }

  private static double range(List<Knot> knots, ToDoubleFunction<Knot> coordinate) {
    DoubleSummaryStatistics all = knots.stream().mapToDouble(coordinate).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  @Test
  void stylesArePickedInProportionToTheirWeights() {
    PortableRandom random = new PortableRandom(new SplittableRandom(1));
    Map<String, Integer> picked = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      picked.merge(WritingStyles.pick(4, random).name(), 1, Integer::sum);
    }
    List<WritingStyle> styles = WritingStyles.of(4);
    double total = styles.stream().mapToDouble(WritingStyle::weight).sum();
    for (WritingStyle style : styles) {
      assertThat(picked.get(style.name()) / 20_000.0)
          .as(style.name())
          .isCloseTo(style.weight() / total, within(0.01));
    }
  }
}
