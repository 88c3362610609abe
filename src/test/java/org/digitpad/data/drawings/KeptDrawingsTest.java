package org.digitpad.data.drawings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

class KeptDrawingsTest {
  private static final KeptDrawing ONE = digit(1);
  private static final KeptDrawing TWO = digit(2);
  private static final KeptDrawing FOUR = digit(4);

  static KeptDrawing digit(int digit) {
    return new KeptDrawing(MnistLikeDigits.drawing(digit), String.valueOf(digit));
  }

  /** Returns a drawing of one stroke. */
  private static KeptDrawing stroke(double x, int points) {
    List<InkPoint> path = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      path.add(new InkPoint(x, i % 280));
    }
    return new KeptDrawing(new Drawing(List.of(new Stroke(path))), "");
  }

  @Test
  void theNewestIsTheFirst() {
    assertThat(KeptDrawings.with(List.of(ONE), TWO)).containsExactly(TWO, ONE);
  }

  @Test
  void nothingIsKeptTwiceNorBlank() {
    List<KeptDrawing> kept = List.of(TWO, ONE);
    assertThat(KeptDrawings.with(kept, new KeptDrawing(ONE.drawing(), ""))).isEqualTo(kept);
    assertThat(KeptDrawings.with(kept, new KeptDrawing(Drawing.BLANK, ""))).isEqualTo(kept);
    assertThat(
            KeptDrawings.with(
                kept, new KeptDrawing(new Drawing(List.of(new Stroke(List.of()))), "")))
        .isEqualTo(kept);
  }

  @Test
  void aDrawingThatWasContinuedReplacesWhatItWas() {
    KeptDrawing begun = new KeptDrawing(new Drawing(FOUR.drawing().strokes().subList(0, 1)), "");
    List<KeptDrawing> kept = List.of(TWO, begun, ONE);
    assertThat(KeptDrawings.with(kept, FOUR)).containsExactly(FOUR, TWO, ONE);
    assertThat(KeptDrawings.with(List.of(FOUR), begun)).containsExactly(begun, FOUR);
  }

  @Test
  void theOldestGo() {
    List<KeptDrawing> kept = List.of();
    for (int i = 0; i <= KeptDrawings.MAX_COUNT; i++) {
      kept = KeptDrawings.with(kept, stroke(i, 2));
    }
    assertThat(kept).hasSize(KeptDrawings.MAX_COUNT).doesNotContain(stroke(0, 2));
    assertThat(kept.get(0)).isEqualTo(stroke(KeptDrawings.MAX_COUNT, 2));
  }

  @Test
  void largeDrawingsLeaveRoomForFew() {
    KeptDrawing tooLarge = stroke(1, KeptDrawings.MAX_DRAWING_SIZE - 1);
    assertThat(KeptDrawings.isTooLarge(tooLarge)).isTrue();
    assertThat(KeptDrawings.with(List.of(ONE), tooLarge)).containsExactly(ONE);
    List<KeptDrawing> kept = List.of();
    for (int i = 0; i < 5; i++) {
      kept = KeptDrawings.with(kept, stroke(i, KeptDrawings.MAX_DRAWING_SIZE - 2));
    }
    assertThat(kept).hasSize(KeptDrawings.MAX_SIZE / KeptDrawings.MAX_DRAWING_SIZE);
  }

  @Test
  void whatIsRemovedCanBePutBackInItsPlace() {
    List<KeptDrawing> kept = List.of(FOUR, TWO, ONE);
    List<KeptDrawing> without = KeptDrawings.without(kept, TWO);
    assertThat(without).containsExactly(FOUR, ONE);
    assertThat(KeptDrawings.withAt(without, 1, TWO)).isEqualTo(kept);
    assertThat(KeptDrawings.withAt(kept, 1, TWO)).isEqualTo(kept);
    assertThat(KeptDrawings.withAt(List.of(), 7, TWO)).containsExactly(TWO);
  }

  @Test
  void aReadingIsDigits() {
    assertThatThrownBy(() -> new KeptDrawing(Drawing.BLANK, "\"")).hasMessageContaining("digits");
    assertThatThrownBy(() -> new KeptDrawing(Drawing.BLANK, "1".repeat(21)))
        .hasMessageContaining("digits");
  }
}
