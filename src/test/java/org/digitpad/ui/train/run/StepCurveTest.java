package org.digitpad.ui.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.digitpad.train.TrainingListener.StepMetrics;
import org.digitpad.ui.chart.Curve;
import org.junit.jupiter.api.Test;

class StepCurveTest {
  private final StepCurve curve = new StepCurve();

  @Test
  void startsAtTheFirstBatch() {
    add(1, 1, 4, 2.5);
    assertThat(shown().epochs()).containsExactly(0.25);
    assertThat(shown().loss()[0]).isCloseTo(2.5, within(1e-12));
  }

  @Test
  void smoothsTheBatches() {
    for (int step = 1; step <= 100; step++) {
      add(1, step, 100, step % 2 == 0 ? 1 : 3);
    }
    assertThat(shown().loss()[99]).isCloseTo(2, within(0.1));
  }

  @Test
  void boundsTheNumberOfPoints() {
    int steps = 10 * StepCurve.MAX_POINTS + 7;
    for (int step = 1; step <= steps; step++) {
      add(1, step, steps, 1);
      assertThat(shown().size()).isLessThanOrEqualTo(StepCurve.MAX_POINTS);
    }
    assertThat(shown().size()).isGreaterThan(StepCurve.MAX_POINTS / 2 - 1);
    assertThat(shown().epochs()).isSorted();
    assertThat(shown().epochs()[shown().size() - 1]).isGreaterThan(0.98);
  }

  private void add(int epoch, int step, int steps, double loss) {
    curve.add(new StepMetrics(epoch, step, steps, loss, 0.5, loss, 0.5, 1));
  }

  private Curve shown() {
    return curve.toCurve("c", "s");
  }
}
