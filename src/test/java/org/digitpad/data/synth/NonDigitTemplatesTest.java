package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.digitpad.data.synth.WritingStyle.Knot;
import org.junit.jupiter.api.Test;

final class NonDigitTemplatesTest {
  private static final List<StrokeTemplate> ALL =
      StrokeTemplateFile.lines("nondigits.txt").map(StrokeTemplate::parse).toList();

  @Test
  void parsesALine() {
    StrokeTemplate template = StrokeTemplate.parse("train letter H: 6,0 6,100! | 70,0 70,100");

    assertThat(template)
        .isEqualTo(
            new StrokeTemplate(
                NonDigitSplit.TRAIN,
                NonDigitKind.LETTER,
                "H",
                List.of(
                    List.of(new Knot(0.06, 0, false), new Knot(0.06, 1, true)),
                    List.of(new Knot(0.7, 0, false), new Knot(0.7, 1, false)))));
  }

  @Test
  void noTemplateIsInBothSplits() {
    Set<List<List<Knot>>> strokes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (StrokeTemplate template : ALL) {
      assertThat(strokes.add(template.strokes())).as(template.name()).isTrue();
      assertThat(names.add(template.kind() + " " + template.name())).as(template.name()).isTrue();
    }
  }

  @Test
  void everyStrokeHasTwoPointsNearTheSpaceOfADigit() {
    for (StrokeTemplate template : ALL) {
      for (List<Knot> stroke : template.strokes()) {
        assertThat(stroke).as(template.name()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(stroke)
            .as(template.name())
            .allMatch(knot -> knot.x() >= -0.2 && knot.x() <= 1.8)
            .allMatch(knot -> knot.y() >= -0.05 && knot.y() <= 1.1);
      }
    }
  }

  @Test
  void lookalikesAreNotForTraining() {
    assertThat(NonDigitTemplates.of(NonDigitSplit.TRAIN, NonDigitKind.LOOKALIKE)).isEmpty();
    assertThatThrownBy(
            () ->
                NonDigitGenerator.draw(
                    NonDigitSplit.TRAIN, NonDigitKind.LOOKALIKE, new SplittableRandom(1)))
        .hasMessage("no template of LOOKALIKE in TRAIN");
  }

  @Test
  void bothSplitsHaveTemplatesOfEachKind() {
    Stream.of(NonDigitKind.LETTER, NonDigitKind.SHAPE, NonDigitKind.LINE, NonDigitKind.DOT)
        .forEach(
            kind ->
                assertThat(Stream.of(NonDigitSplit.values()))
                    .allMatch(split -> NonDigitTemplates.of(split, kind).size() >= 3));
  }
}
