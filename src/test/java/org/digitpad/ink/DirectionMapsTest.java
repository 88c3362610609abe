package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DirectionMapsTest {
  /** Points of a line. */
  private static final int STEPS = 32;

  private static final Drawing SEVEN = SampleDrawings.all().get("7");

  /** A line from side to side is six cells long, and a way of one and a half cells has value 1. */
  private static final double WHOLE_LINE = 6 / 1.5;

  @ParameterizedTest
  @CsvSource({
    "10,0, 0",
    "10,10, 1",
    "0,10, 2",
    "-10,10, 3",
    "-10,0, 4",
    "-10,-10, 5",
    "0,-10, 6",
    "10,-10, 7"
  })
  void aLineIsInTheMapOfItsDirection(double x, double y, int direction) {
    float[] maps = DirectionMaps.of(drawing(stroke(0, 0, x, y)));

    double length = WHOLE_LINE * (direction % 2 == 0 ? 1 : Math.sqrt(2));
    for (int map = 0; map < DirectionMaps.MAPS; map++) {
      assertThat(sum(maps, map)).isCloseTo(map == direction ? length : 0, within(1e-4));
    }
  }

  @Test
  void aDirectionBetweenTwoIsSharedByBoth() {
    float[] maps = DirectionMaps.of(drawing(stroke(0, 0, 20, 10)));

    assertThat(sum(maps, 0)).isCloseTo(WHOLE_LINE / 2, within(1e-4));
    assertThat(sum(maps, 1)).isCloseTo(WHOLE_LINE / 2 * Math.sqrt(2), within(1e-4));
  }

  @Test
  void valuesAreWhereThePenWas() {
    float[] maps = DirectionMaps.of(drawing(stroke(0, 0, 10, 0), stroke(10, 10, 0, 10)));

    for (int column = 0; column < DirectionMaps.SIDE; column++) {
      assertThat(at(maps, 0, column, 0)).isPositive();
      assertThat(at(maps, 6, column, 4)).isPositive();
      assertThat(at(maps, 6, column, 0)).isZero();
      assertThat(at(maps, 3, column, 0)).isZero();
    }
  }

  @Test
  void theLiftedPenHasMapsOfItsOwn() {
    float[] maps = DirectionMaps.of(drawing(stroke(0, 0, 10, 0), stroke(0, 10, 10, 10)));

    // from the end of the first stroke, top right, to the start of the second, bottom left
    assertThat(sum(maps, 8 + 3)).isCloseTo(WHOLE_LINE * Math.sqrt(2), within(1e-4));
    assertThat(IntStream.range(8, 16).filter(map -> map != 11).mapToDouble(map -> sum(maps, map)))
        .allMatch(sum -> sum == 0);
  }

  @Test
  void placeSizeAndPenWidthDoNotMatter() {
    float[] maps = DirectionMaps.of(SEVEN);

    float[] moved =
        DirectionMaps.of(
            new Drawing(
                SampleDrawings.map(
                        SEVEN, point -> new InkPoint(3 * point.x() + 50, 3 * point.y() - 7))
                    .strokes(),
                5));

    for (int i = 0; i < maps.length; i++) {
      assertThat(moved[i]).isCloseTo(maps[i], within(1e-4f));
    }
  }

  @Test
  void theSpacingOfPointsDoesNotMatter() {
    List<InkPoint> dense = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      dense.add(new InkPoint(i * 0.1, i < 500 ? 0 : (i - 500) * 0.2));
    }
    float[] few = DirectionMaps.of(drawing(stroke(0, 0, 49.9, 0, 100, 100)));

    float[] many = DirectionMaps.of(new Drawing(List.of(new Stroke(dense))));

    for (int i = 0; i < few.length; i++) {
      assertThat(many[i]).isCloseTo(few[i], within(0.03f));
    }
  }

  @Test
  void theOppositeMovementIsAnother() {
    assertThat(DirectionMaps.of(drawing(stroke(0, 0, 10, 0, 10, 10))))
        .isNotEqualTo(DirectionMaps.of(drawing(stroke(10, 10, 10, 0, 0, 0))));
  }

  @Test
  void valuesAreFrom0To1() {
    List<InkPoint> scribble = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      scribble.add(new InkPoint(i % 2 * 100, i / 50.0));
    }

    float[] maps = DirectionMaps.of(new Drawing(List.of(new Stroke(scribble))));

    for (float value : maps) {
      assertThat(value).isBetween(0f, 1f);
    }
    assertThat(maps).contains(1f);
  }

  @Test
  void nothingMovesInABlankDrawingOrADot() {
    assertThat(DirectionMaps.of(Drawing.BLANK)).hasSize(784).containsOnly(0);
    assertThat(DirectionMaps.of(drawing(stroke(5, 5)))).containsOnly(0);
    // the pen moves a little during a tap
    assertThat(DirectionMaps.of(new Drawing(List.of(stroke(5, 5, 6, 6))))).containsOnly(0);
    assertThat(DirectionMaps.of(new Drawing(List.of(new Stroke(List.of()))))).containsOnly(0);
  }

  @Test
  void repeatedPointsDoNotMatter() {
    assertThat(DirectionMaps.of(drawing(stroke(0, 0, 0, 0, 50, 0, 50, 0, 50, 50, 50, 50))))
        .isEqualTo(DirectionMaps.of(drawing(stroke(0, 0, 50, 0, 50, 50))));
  }

  @Test
  void theLargestCoordinatesDoNotOverflow() {
    double max = Double.MAX_VALUE;

    float[] maps = DirectionMaps.of(drawing(stroke(-max, -max, max, -max, max, max)));

    assertThat(sum(maps, 0)).isCloseTo(WHOLE_LINE, within(0.1));
    assertThat(sum(maps, 2)).isCloseTo(WHOLE_LINE, within(0.1));
  }

  @Test
  void writesToAnIndex() {
    float[] target = new float[2 * DirectionMaps.VALUES];

    DirectionMaps.write(SEVEN, target, DirectionMaps.VALUES);

    assertThat(Arrays.copyOfRange(target, DirectionMaps.VALUES, target.length))
        .isEqualTo(DirectionMaps.of(SEVEN));
    assertThat(Arrays.copyOf(target, DirectionMaps.VALUES)).containsOnly(0);
  }

  private static float at(float[] maps, int row, int column, int map) {
    return maps[(row * DirectionMaps.SIDE + column) * DirectionMaps.MAPS + map];
  }

  private static double sum(float[] maps, int map) {
    double sum = 0;
    for (int cell = 0; cell < DirectionMaps.CELLS; cell++) {
      sum += maps[cell * DirectionMaps.MAPS + map];
    }
    return sum;
  }

  private static Drawing drawing(Stroke... strokes) {
    return new Drawing(List.of(strokes), 1);
  }

  /** Straight lines, of so many points that the pen's path is not bent between them. */
  private static Stroke stroke(double... coordinates) {
    List<InkPoint> points = new ArrayList<>();
    points.add(new InkPoint(coordinates[0], coordinates[1]));
    for (int i = 2; i < coordinates.length; i += 2) {
      for (int step = 1; step <= STEPS; step++) {
        double t = (double) step / STEPS;
        points.add(
            new InkPoint(
                coordinates[i - 2] * (1 - t) + coordinates[i] * t,
                coordinates[i - 1] * (1 - t) + coordinates[i + 1] * t));
      }
    }
    return new Stroke(points);
  }
}
