package org.digitpad.recognize.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.recognize.BundledModels;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DigitSequenceRecognizerTest {
  private static final double GAP = 40;

  private final Recognizer recognizer = new Recognizer(BundledModels.convGru());
  private final DigitSequenceRecognizer sequences = new DigitSequenceRecognizer(recognizer);

  @ParameterizedTest
  @ValueSource(strings = {"1984", "10", "11", "2026", "35674", "444", "000000"})
  void readsARowOfDigits(String digits) {
    DigitSequence sequence = sequences.recognize(row(digits, GAP));

    assertThat(sequence.text()).isEqualTo(digits);
    assertThat(sequence.isBlank()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-10, 0, 10, 100, 500})
  void readsDigitsAtAnyDistance(double gap) {
    assertThat(sequences.recognize(row("1984", gap)).text()).isEqualTo("1984");
  }

  @Test
  void tellsStrokesBoxAndPredictionOfEachDigit() {
    Drawing row = row("47", GAP);

    List<SequenceDigit> digits = sequences.recognize(row).digits();

    assertThat(digits).hasSize(2);
    assertThat(digits.get(0).drawing())
        .isEqualTo(new Drawing(row.strokes().subList(0, 2), row.penWidth()));
    assertThat(digits.get(1).drawing())
        .isEqualTo(new Drawing(row.strokes().subList(2, 3), row.penWidth()));
    assertThat(digits.get(0).box()).isEqualTo(new BoundingBox(0, 55, 125, 175));
    assertThat(digits.get(1).box().x()).isCloseTo(125 + GAP, within(1e-9));
    for (SequenceDigit digit : digits) {
      assertThat(digit.prediction()).isEqualTo(recognizer.recognize(digit.drawing()));
    }
  }

  @Test
  void readsFromLeftToRightWhateverTheOrderInTime() {
    List<Stroke> strokes = new ArrayList<>(row("1984", GAP).strokes());
    Collections.reverse(strokes);

    assertThat(sequences.recognize(new Drawing(strokes)).text()).isEqualTo("1984");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void doesNotSplitAPlainDigit(int digit) {
    Drawing drawing = MnistLikeDigits.drawing(digit);

    DigitSequence sequence = sequences.recognize(drawing);

    assertThat(sequence.text()).isEqualTo(Integer.toString(digit));
    assertThat(sequence).isEqualTo(sequences.recognizeSingle(drawing));
  }

  @Test
  void doesNotSplitHastyDigits() {
    for (LabeledDrawing sample : MnistLikeDigits.drawings(200, 3)) {
      assertThat(sequences.recognize(sample.drawing()).digits()).hasSize(1);
    }
  }

  @Test
  void aFivesHatMayBeAStrokeOfItsOwn() {
    List<InkPoint> five = MnistLikeDigits.drawing(5).strokes().get(0).points();
    List<InkPoint> body = five.stream().filter(point -> point.y() > 70 || point.x() < 110).toList();
    Stroke hat = line(112, 52, 190, 50);
    Drawing drawing = new Drawing(List.of(new Stroke(body), hat));

    assertThat(sequences.recognize(drawing).text()).isEqualTo("5");
    assertThat(sequences.recognize(beside(drawing, MnistLikeDigits.drawing(5), GAP)).text())
        .isEqualTo("55");
  }

  @Test
  void aSevenMayBeCrossedAlsoAfterTheNextDigit() {
    Stroke bar = line(120, 145, 200, 145);
    Drawing seven = MnistLikeDigits.drawing(7);
    Drawing crossed = new Drawing(List.of(seven.strokes().get(0), bar));
    Drawing row = beside(crossed, MnistLikeDigits.drawing(3), GAP);
    List<Stroke> late = List.of(row.strokes().get(0), row.strokes().get(2), row.strokes().get(1));

    assertThat(sequences.recognize(crossed).text()).isEqualTo("7");
    assertThat(sequences.recognize(row).text()).isEqualTo("73");
    assertThat(sequences.recognize(new Drawing(late)).text()).isEqualTo("73");
  }

  @Test
  void cutsAStrokeThatRunsThroughTwoDigits() {
    Drawing row = row("23", GAP);
    List<InkPoint> points =
        row.strokes().stream().map(Stroke::points).flatMap(List::stream).toList();

    DigitSequence sequence = sequences.recognize(new Drawing(List.of(new Stroke(points))));

    assertThat(sequence.text()).isEqualTo("23");
  }

  @Test
  void neverSplitsASingleDigitOnRequest() {
    Drawing row = row("19", GAP);

    List<SequenceDigit> digits = sequences.recognizeSingle(row).digits();

    assertThat(digits).hasSize(1);
    assertThat(digits.get(0).drawing()).isEqualTo(row);
    assertThat(digits.get(0).prediction()).isEqualTo(recognizer.recognize(row));
  }

  @Test
  void aBlankDrawingIsOneBlankDigit() {
    Drawing empty = new Drawing(List.of(new Stroke(List.of())));
    for (Drawing blank : List.of(Drawing.BLANK, empty)) {
      DigitSequence sequence = sequences.recognize(blank);

      assertThat(sequence.isBlank()).isTrue();
      assertThat(sequence.text()).isEmpty();
      assertThat(sequence.digits()).hasSize(1);
      assertThat(sequence.digits().get(0).box()).isEqualTo(BoundingBox.EMPTY);
    }
  }

  @Test
  void doesNotSplitOverABackground() {
    CanvasContent content =
        new CanvasContent(StrokeRenderer.render(MnistLikeDigits.drawing(1)), row("19", GAP));

    DigitSequence sequence = sequences.recognize(content);

    assertThat(sequence.digits()).hasSize(1);
    assertThat(sequence.digits().get(0).box()).isEqualTo(new BoundingBox(0, 0, 280, 280));
    assertThat(sequences.recognize(new CanvasContent(row("19", GAP))).text()).isEqualTo("19");
  }

  @Test
  void boundsTheTimeForManyStrokes() {
    Random random = new Random(1);
    for (int count : new int[] {DigitSequenceRecognizer.MAX_STROKES, 5000}) {
      List<Stroke> strokes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double x = 2000 * random.nextDouble();
        double y = 200 * random.nextDouble();
        strokes.add(line(x, y, x + 100 * random.nextDouble(), y + 100 * random.nextDouble()));
      }
      Drawing hatching = new Drawing(strokes);

      DigitSequence sequence =
          assertTimeout(Duration.ofSeconds(10), () -> sequences.recognize(hatching));

      assertThat(sequence.digits()).hasSizeLessThanOrEqualTo(DigitSequenceRecognizer.MAX_STROKES);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-6, 1e6, 1e300, Double.MAX_VALUE / 1000})
  void readsDrawingsInAnyUnit(double unit) {
    List<Stroke> strokes =
        row("74", GAP).strokes().stream()
            .map(
                stroke ->
                    new Stroke(
                        stroke.points().stream()
                            .map(p -> new InkPoint(unit * p.x(), unit * p.y()))
                            .toList()))
            .toList();

    assertThat(sequences.recognize(new Drawing(strokes, 16 * unit)).text()).isEqualTo("74");
  }

  @Test
  void acceptsTheLargestCoordinates() {
    double most = Double.MAX_VALUE;
    Drawing drawing = new Drawing(List.of(line(-most, -most, most, most), line(0, 0, 1, 1)));

    assertThat(sequences.recognize(drawing).digits()).hasSize(1);
  }

  private static Drawing row(String digits, double gap) {
    Drawing row = Drawing.BLANK;
    for (char digit : digits.toCharArray()) {
      row = beside(row, MnistLikeDigits.drawing(digit - '0'), gap);
    }
    return row;
  }

  /** Places a drawing to the right of another, or at x = 0. */
  private static Drawing beside(Drawing left, Drawing right, double gap) {
    double x = left.isBlank() ? 0 : box(left).right() + gap;
    double shift = x - box(right).x();
    List<Stroke> strokes = new ArrayList<>(left.strokes());
    for (Stroke stroke : right.strokes()) {
      strokes.add(
          new Stroke(
              stroke.points().stream().map(p -> new InkPoint(p.x() + shift, p.y())).toList()));
    }
    return new Drawing(strokes);
  }

  private static BoundingBox box(Drawing drawing) {
    return BoundingBox.of(
        drawing.strokes().stream().map(Stroke::points).flatMap(List::stream).toList());
  }

  private static Stroke line(double fromX, double fromY, double toX, double toY) {
    return new Stroke(List.of(new InkPoint(fromX, fromY), new InkPoint(toX, toY)));
  }
}
