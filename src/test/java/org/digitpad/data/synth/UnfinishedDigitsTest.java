package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

class UnfinishedDigitsTest {
  private static final Stroke DOWN = line(0, 0, 10);
  private static final Stroke ACROSS = line(50, 10, 0);

  /** A line of ten segments, of 10 units each in one direction. */
  private static Stroke line(double x, double dx, double dy) {
    return new Stroke(
        IntStream.rangeClosed(0, 10).mapToObj(i -> new InkPoint(x + i * dx, i * dy)).toList());
  }

  @Test
  void areTheBeginningOfTheInk() {
    Drawing digit = new Drawing(List.of(DOWN, DOWN), 12);

    Drawing quarter = UnfinishedDigits.beginning(digit, 0.24);
    assertThat(quarter.strokes()).hasSize(1);
    assertThat(quarter.strokes().get(0).points()).isEqualTo(DOWN.points().subList(0, 6));
    assertThat(quarter.penWidth()).isEqualTo(12);

    Drawing most = UnfinishedDigits.beginning(digit, 0.74);
    assertThat(most.strokes().get(0)).isEqualTo(digit.strokes().get(0));
    assertThat(most.strokes().get(1).points()).isEqualTo(DOWN.points().subList(0, 6));
    assertThat(UnfinishedDigits.beginning(digit, 1)).isEqualTo(digit);
  }

  /** The way of the pen above the paper is no ink. */
  @Test
  void countOnlyInk() {
    Drawing digit = new Drawing(List.of(DOWN, ACROSS));

    assertThat(UnfinishedDigits.beginning(digit, 0.5).strokes()).containsExactly(DOWN);
  }

  @Test
  void aDotStays() {
    Drawing dot = new Drawing(List.of(new Stroke(List.of(new InkPoint(3, 4)))));

    assertThat(UnfinishedDigits.beginning(dot, 0.5)).isEqualTo(dot);
  }

  @Test
  void dependOnSeedAndIndexAlone() {
    LabeledImages few = UnfinishedDigits.images(20, 5);

    assertThat(few.sha256()).isEqualTo(UnfinishedDigits.images(40, 5).slice(0, 20).sha256());
    assertThat(few.sha256()).isNotEqualTo(UnfinishedDigits.images(20, 6).sha256());
    for (int i = 0; i < 20; i++) {
      assertThat(few.label(i)).isEqualTo(i % 10);
      assertThat(few.image(i).isBlank()).isFalse();
    }
  }
}
