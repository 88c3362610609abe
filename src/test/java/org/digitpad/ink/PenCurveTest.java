package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PenCurveTest {
  private static final double RADIUS = 9;

  @Test
  void keepsPointsThatAreCloseTogether() {
    double[] path = {0, 0, 1, 0, 1, 1.4, 0, 1.4};

    assertThat(PenCurve.through(path)).isSameAs(path);
  }

  @Test
  void keepsDotsAndStraightLines() {
    for (double[] path : new double[][] {{3, 4}, {0, 0, 9, 3}, {0, 0, 0, 0, 9, 3, 9, 3}}) {
      assertThat(PenCurve.through(path)).isSameAs(path);
    }
  }

  @Test
  void staysStraightThroughPointsInALine() {
    double[] curve = PenCurve.through(new double[] {0, 0, 3, 3, 5, 5, 11, 11});

    assertThat(curve.length).isGreaterThan(8);
    for (int i = 0; i < curve.length; i += 2) {
      assertThat(curve[i]).isCloseTo(curve[i + 1], within(1e-12));
    }
  }

  /** Six points of a circle, whose sides would cut off a seventh of the radius. */
  @Test
  void isRoundBetweenTheFewPointsOfAFastPen() {
    double[] curve = PenCurve.through(polygon(7));

    for (int i = 16; i < curve.length - 16; i += 2) {
      assertThat(Math.hypot(curve[i], curve[i + 1])).isCloseTo(RADIUS, within(0.05 * RADIUS));
    }
  }

  /** The points of a circle, first and last at the same place. */
  private static double[] polygon(int points) {
    double[] path = new double[2 * points];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / (points - 1);
      path[2 * i] = RADIUS * Math.cos(angle);
      path[2 * i + 1] = RADIUS * Math.sin(angle);
    }
    return path;
  }

  @Test
  void passesThroughAllPoints() {
    double[] path = {0, 0, 8, 1, 8, 1, 3, 9, 3.5, 9, 16, 2};

    double[] curve = PenCurve.through(path);

    assertThat(curve.length / 2).isEqualTo(1 + 8 + 8 + 1 + 8);
    for (int i = 0; i < path.length; i += 2) {
      int point = i;
      assertThat(IntStream.range(0, curve.length / 2))
          .anyMatch(j -> curve[2 * j] == path[point] && curve[2 * j + 1] == path[point + 1]);
    }
  }
}
