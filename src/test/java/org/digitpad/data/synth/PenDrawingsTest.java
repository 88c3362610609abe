package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

final class PenDrawingsTest {
  private static final int COUNT = 500;

  private static final List<Drawing> PLAIN =
      BuiltinDigits.drawings(COUNT, 1).stream().map(LabeledDrawing::drawing).toList();

  @Test
  void digitsComeInTurn() {
    assertThat(IntStream.range(0, 20).map(PenDrawings::label))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void dependOnSeedAndIndexAlone() {
    assertThat(PenDrawings.digit(7, 3)).isEqualTo(PenDrawings.digit(7, 3));
    assertThat(PenDrawings.nonDigit(7, 3)).isEqualTo(PenDrawings.nonDigit(7, 3));
    Set<Drawing> drawings = new HashSet<>();
    for (int index = 0; index < 20; index++) {
      for (long seed : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
        drawings.add(PenDrawings.digit(index, seed));
        drawings.add(PenDrawings.nonDigit(index, seed));
      }
    }
    assertThat(drawings).hasSize(200);
  }

  @Test
  void variationKeepsTheShape() {
    for (Drawing plain : PLAIN) {
      Drawing varied = vary(plain, plain.hashCode());

      assertThat(points(varied)).isEqualTo(points(plain));
      assertThat(varied.penWidth()).isEqualTo(plain.penWidth());
      assertThat(varied.strokes()).allMatch(stroke -> stroke.points().size() > 1 || hasDot(plain));
    }
  }

  @Test
  void variationChangesDirectionOrderAndLiftsOfSomeDrawings() {
    int same = 0;
    int cut = 0;
    for (int i = 0; i < COUNT; i++) {
      Drawing varied = vary(PLAIN.get(i), i);
      same += varied.equals(PLAIN.get(i)) ? 1 : 0;
      cut += varied.strokes().size() > PLAIN.get(i).strokes().size() ? 1 : 0;
    }

    assertThat(same).isBetween(COUNT / 2, COUNT * 9 / 10);
    assertThat(cut).isBetween(1, COUNT / 10);
  }

  @Test
  void aDatasetHoldsTheMapsOfTheDrawings() {
    PenDataset dataset = new PenDataset(30, 20);

    assertSame(dataset.train(), IntStream.range(0, 30).mapToObj(i -> PenDrawings.digit(i, 1)));
    assertSame(dataset.test(), BuiltinDigits.drawings(20, 2).stream().map(LabeledDrawing::drawing));
    assertThat(dataset.sha256())
        .isEqualTo(new PenDataset(30, 20).sha256())
        .isNotEqualTo(new PenDataset(31, 20).sha256())
        .allSatisfy((name, sum) -> assertThat(sum).hasSize(64));
  }

  private static void assertSame(LabeledImages maps, Stream<Drawing> drawings) {
    List<Drawing> expected = drawings.toList();
    assertThat(maps.size()).isEqualTo(expected.size());
    float[] values = new float[DirectionMaps.VALUES];
    for (int i = 0; i < expected.size(); i++) {
      maps.copyImage(i, values, 0);
      assertThat(maps.label(i)).isEqualTo(i % 10);
      // stored with eight bits
      assertThat(values)
          .usingComparatorWithPrecision(0.5f / 255 + 1e-6f)
          .containsExactly(DirectionMaps.of(expected.get(i)));
    }
  }

  private static Drawing vary(Drawing drawing, long seed) {
    return StrokeVariation.vary(drawing, new PortableRandom(new SplittableRandom(seed)));
  }

  private static boolean hasDot(Drawing drawing) {
    return drawing.strokes().stream().anyMatch(stroke -> stroke.points().size() == 1);
  }

  private static Set<InkPoint> points(Drawing drawing) {
    Set<InkPoint> points = new HashSet<>();
    for (Stroke stroke : drawing.strokes()) {
      points.addAll(stroke.points());
    }
    return points;
  }
}
