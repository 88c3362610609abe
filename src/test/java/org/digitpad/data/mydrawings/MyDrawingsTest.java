package org.digitpad.data.mydrawings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

class MyDrawingsTest {
  static final Instant DATE = Instant.parse("2026-11-26T17:05:00Z");

  private static final MyDrawing ONE = digit(1);
  private static final MyDrawing TWO = digit(2);
  private static final MyDrawing SEVEN = digit(7);

  /** A digit that was read right, drawn so many minutes after {@link #DATE}. */
  static MyDrawing digit(int digit) {
    return MyDrawing.of(
        MnistLikeDigits.drawing(digit), digit, DATE.plusSeconds(60L * digit), "conv-gru", digit);
  }

  @Test
  void theNewestIsTheFirst() {
    assertThat(MyDrawings.with(List.of(), List.of(ONE, SEVEN, TWO)))
        .containsExactly(SEVEN, TWO, ONE);
    assertThat(MyDrawings.with(List.of(SEVEN, ONE), List.of(TWO))).containsExactly(SEVEN, TWO, ONE);
  }

  @Test
  void theSameStrokesAreKeptOnceWithTheLastLabel() {
    MyDrawing again =
        MyDrawing.of(ONE.drawing(), 7, DATE.plusSeconds(999), "lstm", MyDrawing.NO_DIGIT);
    assertThat(again.id()).isEqualTo(ONE.id());
    assertThat(MyDrawings.with(List.of(TWO, ONE), List.of(again))).containsExactly(again, TWO);
    assertThat(MyDrawings.with(List.of(), List.of(ONE, again))).containsExactly(again);
  }

  @Test
  void blankDrawingsAreNotKept() {
    assertThat(MyDrawings.with(List.of(), List.of(MyDrawing.of(Drawing.BLANK, 1, DATE, "", null))))
        .isEmpty();
  }

  @Test
  void thereIsALimit() {
    List<InkPoint> points = new ArrayList<>();
    for (int i = 0; i < MyDrawings.MAX_SIZE / 2; i++) {
      points.add(new InkPoint(i % 280, i % 7));
    }
    MyDrawing large = MyDrawing.of(new Drawing(List.of(new Stroke(points))), 1, DATE, "", null);
    points.add(new InkPoint(1, 1));
    MyDrawing larger = MyDrawing.of(new Drawing(List.of(new Stroke(points))), 1, DATE, "", null);
    assertThat(MyDrawings.with(List.of(large), List.of(larger, TWO))).containsExactly(TWO, large);
  }

  @Test
  void asManyAsThereMayBeCanBeReadAgain() throws IOException {
    List<Stroke> dots = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      // a point and a width of its own, the most that a stroke takes in a file
      dots.add(new Stroke(List.of(new InkPoint(i % 280, i % 7)), 1 + i % 9));
    }
    List<MyDrawing> kept = List.of();
    for (int i = 0; i < 5; i++) {
      List<Stroke> fewer = dots.subList(i, dots.size());
      kept = MyDrawings.with(kept, List.of(MyDrawing.of(new Drawing(fewer), i, DATE, "", null)));
    }
    assertThat(kept).hasSize(2);
    assertThat(MyDrawingsFormat.parse(MyDrawingsFormat.toBytes(kept), Path.of("x")))
        .isEqualTo(kept);
  }

  @Test
  void labelsChangeAndDrawingsGo() {
    List<MyDrawing> kept = List.of(SEVEN, TWO, ONE);
    assertThat(MyDrawings.relabeled(kept, Set.of(ONE.id(), "gone"), 7))
        .containsExactly(SEVEN, TWO, ONE.withLabel(7));
    assertThat(MyDrawings.without(kept, MyDrawings.ids(List.of(TWO)))).containsExactly(SEVEN, ONE);
  }

  @Test
  void whatWasReadAsSomethingElseIsMisread() {
    assertThat(ONE.isMisread()).isFalse();
    assertThat(ONE.withLabel(7).isMisread()).isTrue();
    assertThat(ONE.withLabel(MyDrawing.NO_DIGIT).isMisread()).isTrue();
    assertThat(MyDrawing.of(ONE.drawing(), 7, DATE, "", null).isMisread()).isFalse();
    assertThat(ONE.withLabel(MyDrawing.NO_DIGIT).toLabeled().label()).isNull();
  }

  @Test
  void wrongLabelsAreRefused() {
    assertThatThrownBy(() -> ONE.withLabel(11)).hasMessageContaining("0 to 10");
    assertThatThrownBy(() -> MyDrawing.of(ONE.drawing(), 1, DATE, "", -1))
        .hasMessageContaining("0 to 10");
    assertThatThrownBy(() -> MyDrawing.of(ONE.drawing(), 1, DATE, "x".repeat(201), 1))
        .hasMessageContaining("length");
  }
}
