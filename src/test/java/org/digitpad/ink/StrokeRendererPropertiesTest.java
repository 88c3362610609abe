package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrokeRendererPropertiesTest {
  private static final double TOLERANCE = 1e-4;
  private static final int ROUNDS = 50;

  static Stream<Map.Entry<String, Drawing>> drawings() {
    return SampleDrawings.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void positionAndSizeDoNotMatter(Map.Entry<String, Drawing> sample) {
    Drawing drawing = sample.getValue();
    DigitImage expected = StrokeRenderer.render(drawing);
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      double scale = 0.05 * Math.pow(200, random.nextDouble());
      double dx = 2000 * random.nextDouble() - 1000;
      double dy = 2000 * random.nextDouble() - 1000;
      UnaryOperator<InkPoint> move =
          point -> new InkPoint(scale * point.x() + dx, scale * point.y() + dy);
      DigitImage moved = StrokeRenderer.render(SampleDrawings.map(drawing, move));
      assertThat(Images.largestDifference(moved, expected)).isLessThan(TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void penWidthDoesNotMatter(Map.Entry<String, Drawing> sample) {
    Drawing drawing = sample.getValue();
    DigitImage expected = StrokeRenderer.render(drawing);
    for (double width : new double[] {0.01, 1, 8, 40, 100}) {
      assertThat(StrokeRenderer.render(new Drawing(drawing.strokes(), width))).isEqualTo(expected);
    }
  }

  /** From a density on at which no segment is long enough to be taken for a fast pen's. */
  @ParameterizedTest
  @MethodSource("drawings")
  void numberOfPointsDoesNotMatter(Map.Entry<String, Drawing> sample) {
    Drawing drawing = SampleDrawings.resample(sample.getValue(), 20);
    DigitImage expected = StrokeRenderer.render(drawing);
    for (int parts : new int[] {1, 2, 7}) {
      DigitImage resampled = StrokeRenderer.render(SampleDrawings.resample(drawing, parts));
      assertThat(Images.largestDifference(resampled, expected)).isLessThan(TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void digitsAreCenteredAndComplete(Map.Entry<String, Drawing> sample) {
    DigitImage image = StrokeRenderer.render(sample.getValue());
    Images.assertCentered(image, 0.1);
    double complete = Images.ink(Images.uncentered(FittedPath.of(sample.getValue())));
    assertThat(Images.ink(image)).isCloseTo(complete, within(0.01 * complete));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void scribblesOfAnyShapeLoseNoInk(Map.Entry<String, Drawing> sample) {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      UnaryOperator<InkPoint> shake =
          point ->
              new InkPoint(
                  point.x() + 60 * random.nextGaussian(), point.y() + 60 * random.nextGaussian());
      Drawing scribble = SampleDrawings.map(sample.getValue(), shake);
      FittedPath path = FittedPath.of(scribble);
      double complete = Images.ink(Images.uncentered(path));
      assertThat(Images.ink(StrokeRenderer.render(scribble)))
          .isCloseTo(complete, within(0.02 * complete));
    }
  }
}
