package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.digitpad.data.synth.WritingStyle.Knot;
import org.junit.jupiter.api.Test;

final class CatmullRomSplineTest {
  private static final List<Knot> BEND =
      List.of(new Knot(0, 0, false), new Knot(1, 0, false), new Knot(1, 1, false));

  @Test
  void passesThroughEveryKnot() {
    PenTrajectory path = CatmullRomSpline.through(BEND);

    assertThat(path.x()[0]).isZero();
    assertThat(path.y()[0]).isZero();
    assertThat(path.x()[path.size() / 2]).isCloseTo(1, within(1e-12));
    assertThat(path.y()[path.size() / 2]).isCloseTo(0, within(1e-12));
    assertThat(path.x()[path.size() - 1]).isEqualTo(1);
    assertThat(path.y()[path.size() - 1]).isEqualTo(1);
  }

  @Test
  void isSmoothBetweenCornersAndStraightFromCornerToCorner() {
    PenTrajectory smooth = CatmullRomSpline.through(BEND);
    PenTrajectory angular =
        CatmullRomSpline.through(List.of(BEND.get(0), new Knot(1, 0, true), BEND.get(2)));

    assertThat(smooth.length()).isGreaterThan(2.01);
    assertThat(angular.length()).isCloseTo(2, within(1e-12));
  }

  @Test
  void isExtendedInAStraightLineBeyondBothEnds() {
    // the knots beyond the ends are (−1, 0) and (1, 2), so that the path begins and ends along its
    // chords
    PenTrajectory path = CatmullRomSpline.through(BEND);
    int last = path.size() - 1;

    for (int step = 0; step <= 10; step++) {
      double t = step / 10.0;
      // the Catmull-Rom polynomials of the knots (−1, 0), (0, 0), (1, 0), (1, 1)
      double x = 0.5 * (2 * t + t * t - t * t * t);
      double y = 0.5 * (-t * t + t * t * t);
      assertThat(path.x()[step]).isCloseTo(x, within(1e-12));
      assertThat(path.y()[step]).isCloseTo(y, within(1e-12));
      assertThat(path.y()[last - step]).isCloseTo(1 - x, within(1e-12));
      assertThat(path.x()[last - step]).isCloseTo(1 - y, within(1e-12));
    }
    PenTrajectory line = CatmullRomSpline.through(List.of(BEND.get(0), BEND.get(1)));
    for (int step = 0; step <= 10; step++) {
      assertThat(line.x()[step]).isCloseTo(step / 10.0, within(1e-12));
    }
  }

  @Test
  void resampledPointsAreOnThePathAndItsStraightExtensions() {
    PenTrajectory line =
        CatmullRomSpline.through(List.of(new Knot(0, 0, false), new Knot(0.3, 0.4, false)));

    PenTrajectory resampled = line.resample(-0.1, 0.6, 0.1, PenTrajectory.empty());

    assertThat(resampled.size()).isEqualTo(8);
    for (int i = 0; i < resampled.size(); i++) {
      assertThat(resampled.x()[i]).isCloseTo(0.6 * (i - 1) / 10, within(1e-12));
      assertThat(resampled.y()[i]).isCloseTo(0.8 * (i - 1) / 10, within(1e-12));
    }
  }
}
