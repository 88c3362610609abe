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

final class TemplatesTest {
  private static final List<Template> ALL =
      TemplateFile.lines("nondigits.txt").map(Template::parse).toList();

  @Test
  void readsALine() {
    Template template = Template.parse("learn letter H: 6,0 6,100! | 70,0 70,100");

    assertThat(template)
        .isEqualTo(
            new Template(
                DoodlePart.LEARN,
                DoodleKind.LETTER,
                "H",
                List.of(
                    List.of(new Knot(0.06, 0, false), new Knot(0.06, 1, true)),
                    List.of(new Knot(0.7, 0, false), new Knot(0.7, 1, false)))));
  }

  @Test
  void nothingIsMeasuredThatWasLearned() {
    Set<List<List<Knot>>> strokes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Template template : ALL) {
      assertThat(strokes.add(template.strokes())).as(template.name()).isTrue();
      assertThat(names.add(template.kind() + " " + template.name())).as(template.name()).isTrue();
    }
  }

  @Test
  void everyStrokeHasTwoPointsNearTheDigitsPlace() {
    for (Template template : ALL) {
      for (List<Knot> stroke : template.strokes()) {
        assertThat(stroke).as(template.name()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(stroke)
            .as(template.name())
            .allMatch(knot -> knot.x() >= -0.1 && knot.x() <= 1.8)
            .allMatch(knot -> knot.y() >= 0 && knot.y() <= 1.05);
      }
    }
  }

  @Test
  void lookalikesAreNotLearned() {
    assertThat(Templates.of(DoodlePart.LEARN, DoodleKind.LOOKALIKE)).isEmpty();
    assertThatThrownBy(
            () -> Doodler.draw(DoodlePart.LEARN, DoodleKind.LOOKALIKE, new SplittableRandom(1)))
        .hasMessage("no template of LOOKALIKE in LEARN");
  }

  @Test
  void bothPartsHaveSomeOfEachKind() {
    Stream.of(DoodleKind.LETTER, DoodleKind.SHAPE, DoodleKind.LINE, DoodleKind.DOT)
        .forEach(
            kind ->
                assertThat(Stream.of(DoodlePart.values()))
                    .allMatch(part -> Templates.of(part, kind).size() >= 3));
  }
}
