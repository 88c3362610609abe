package org.digitpad.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;

final class ChangeSearchTest {
  private static final Model MODEL = ModelLibrary.bundled().get(0).model();

  private final ChangeSearch search = new ChangeSearch(MODEL);

  @Test
  void whatIsFoundReallyFlipsTheAnswer() {
    Recognizer recognizer = new Recognizer(MODEL);
    int found = 0;
    for (LabeledDrawing digit : MnistLikeDigits.drawings(20, 5)) {
      int before = recognizer.recognize(digit.drawing()).label();
      ChangeSearch.Result result = search.search(digit.drawing(), Long.MAX_VALUE, () -> false);
      for (NearestChange change : result.changes()) {
        Prediction after = recognizer.recognize(change.drawing());
        assertThat(after.label()).isEqualTo(change.digit()).isNotEqualTo(before);
        assertThat(after.rejected()).isFalse();
        assertThat(after.probability(change.digit())).isEqualTo(change.probability());
        assertThat(change.sentence()).contains(Integer.toString(change.digit()));
        assertThat(change.drawing().penWidth()).isEqualTo(digit.drawing().penWidth());
        found++;
      }
      assertThat(result.changes()).extracting(NearestChange::amount).isSorted();
      assertThat(result.nearest())
          .isSameAs(result.changes().isEmpty() ? null : result.changes().get(0));
    }
    assertThat(found).isGreaterThan(10);
  }

  @Test
  void closesGaps() {
    Drawing open =
        new Drawing(List.of(new Stroke(arc(140, 80, 60, -60, 220)), line(200, 80, 190, 250)));
    List<ChangeFamily> closing =
        ChangeFamilies.of(open).stream()
            .filter(family -> family.kind() == ChangeKind.CLOSE_GAP)
            .toList();
    assertThat(closing).isNotEmpty();
    for (ChangeFamily family : closing) {
      Drawing closed = family.changed().apply(family.levels()[0]);
      assertThat(points(closed)).isEqualTo(points(open) + 1);
    }
  }

  /** Of an arc of a circle; degrees run clockwise from the right. */
  private static List<InkPoint> arc(double x, double y, double radius, double from, double to) {
    List<InkPoint> points = new ArrayList<>();
    for (double degrees = from; degrees <= to; degrees += 5) {
      double angle = Math.toRadians(degrees);
      points.add(new InkPoint(x + radius * Math.cos(angle), y + radius * Math.sin(angle)));
    }
    return points;
  }

  private static Stroke line(double x, double y, double toX, double toY) {
    return new Stroke(List.of(new InkPoint(x, y), new InkPoint(toX, toY)));
  }

  private static int points(Drawing drawing) {
    return drawing.strokes().stream().mapToInt(stroke -> stroke.points().size()).sum();
  }

  /** The amount of a change is what its documentation says, measured on the changed points. */
  @Test
  void amountsAreMeanDistances() {
    Drawing drawing = new Drawing(List.of(line(0, 0, 0, 200), line(50, 100, 100, 100)));
    Set<ChangeKind> seen = EnumSet.noneOf(ChangeKind.class);
    for (ChangeFamily family : ChangeFamilies.of(drawing)) {
      double level = family.levels()[family.levels().length / 2];
      Drawing changed = family.changed().apply(level);
      double amount = level * family.amountPerLevel();
      seen.add(family.kind());
      switch (family.kind()) {
        case MOVE ->
            assertThat(amount)
                .isCloseTo(
                    StrokePath.distance(first(changed, family), first(drawing, family))
                        * (family.stroke() == 0 ? 0.8 : 0.2)
                        / 200,
                    within(1e-9));
        case REMOVE ->
            assertThat(amount).isCloseTo(family.stroke() == 0 ? 0.2 : 0.05, within(1e-9));
        case SHORTEN_END, SHORTEN_START ->
            assertThat(length(changed)).isCloseTo(250 - amount * 4 * 250, within(1e-6));
        default -> assertThat(amount).isPositive();
      }
    }
    assertThat(seen)
        .contains(ChangeKind.MOVE, ChangeKind.REMOVE, ChangeKind.SLANT_LEFT, ChangeKind.WIDEN)
        .contains(ChangeKind.OPEN_GAP, ChangeKind.CLOSE_GAP, ChangeKind.SHRINK);
  }

  private static InkPoint first(Drawing drawing, ChangeFamily family) {
    return drawing.strokes().get(family.stroke()).points().get(0);
  }

  private static double length(Drawing drawing) {
    return drawing.strokes().stream().mapToDouble(each -> new StrokePath(each).length()).sum();
  }

  @Test
  void canBeCancelled() {
    Drawing drawing = MnistLikeDigits.drawings(9, 5).get(8).drawing();
    AtomicInteger asked = new AtomicInteger();
    ChangeSearch.Result result =
        search.search(drawing, Long.MAX_VALUE, () -> asked.incrementAndGet() > 3);
    assertThat(result.complete()).isFalse();
    assertThat(result.tries()).isEqualTo(3);

    Thread.currentThread().interrupt();
    assertThat(search.search(drawing, Long.MAX_VALUE, () -> false).complete()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void endsInTime() {
    Drawing drawing = MnistLikeDigits.drawings(9, 5).get(8).drawing();
    ChangeSearch.Result none = search.search(drawing, 0, () -> false);
    assertThat(none.complete()).isFalse();
    assertThat(none.changes()).isEmpty();

    // hundreds of dots that are a line each, which no change of one of them turns into a digit
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      strokes.add(line(i % 20 * 14, i / 20 * 14, i % 20 * 14 + 3, i / 20 * 14 + 3));
    }
    ChangeSearch.Result many = search.search(new Drawing(strokes), Long.MAX_VALUE, () -> false);
    assertThat(many.tries()).isLessThanOrEqualTo(3000);
  }

  @Test
  void isTheSameEveryTime() {
    Drawing drawing = MnistLikeDigits.drawings(9, 5).get(8).drawing();
    assertThat(search.search(drawing, Long.MAX_VALUE, () -> false).changes())
        .isEqualTo(search.search(drawing, Long.MAX_VALUE, () -> false).changes());
  }

  @Test
  void nothingCanBeChangedOfBlanksAndDots() {
    for (Drawing drawing :
        List.of(
            Drawing.BLANK,
            new Drawing(List.of(new Stroke(List.of()))),
            new Drawing(List.of(new Stroke(List.of(new InkPoint(5, 5))))),
            new Drawing(List.of(line(-1e308, 0, 1e308, 5))),
            new Drawing(List.of(line(0.7e308, 0, 1.7e308, 1e308))),
            new Drawing(List.of(line(0, 0, 1e-310, 1e-311)), 1e-312))) {
      ChangeSearch.Result result = search.search(drawing, Long.MAX_VALUE, () -> false);
      assertThat(result.changes()).isEmpty();
      assertThat(result.nearest()).isNull();
      assertThat(result.complete()).isTrue();
    }
  }

  @Test
  void pathsAreCutAtAnyPlace() {
    StrokePath path =
        new StrokePath(
            new Stroke(List.of(new InkPoint(0, 0), new InkPoint(10, 0), new InkPoint(10, 10))));
    assertThat(path.length()).isEqualTo(20);
    assertThat(path.part(5, 15))
        .containsExactly(new InkPoint(5, 0), new InkPoint(10, 0), new InkPoint(10, 5));
    assertThat(path.part(0, 20)).hasSize(3);
    assertThat(path.at(20)).isEqualTo(new InkPoint(10, 10));
  }
}
