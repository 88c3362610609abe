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
  void resampledPointsAreOnThePathAndItsStraightExtensions() {
    PenTrajectory line =
        CatmullRomSpline.through(List.of(new Knot(0, 0, false), new Knot(0.3, 0.4, false)));

    PenTrajectory resampled = line.resample(-0.1, 0.6, 0.1);

    assertThat(resampled.size()).isEqualTo(8);
    for (int i = 0; i < resampled.size(); i++) {
      assertThat(resampled.x()[i]).isCloseTo(0.6 * (i - 1) / 10, within(1e-12));
      assertThat(resampled.y()[i]).isCloseTo(0.8 * (i - 1) / 10, within(1e-12));
    }
  }
}
