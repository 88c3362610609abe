package org.digitpad.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisScaleTest {
  @Test
  void rangeNarrowsAsTheNetworkImproves() {
    assertThat(AxisScale.accuracy(List.of(curve(0.3, 0.2))).min()).isZero();
    assertThat(AxisScale.accuracy(List.of(curve(0.3, 0.93))).min()).isEqualTo(0.9);
    assertThat(AxisScale.accuracy(List.of(curve(0.03, 0.99))).min()).isEqualTo(0.98);
    assertThat(AxisScale.loss(List.of(curve(0.3, 0.9)), false).max()).isEqualTo(0.5);
    assertThat(AxisScale.loss(List.of(curve(7, 0.9)), false).max()).isEqualTo(10);
  }

  @Test
  void tickLabelsHaveAsManyDecimalsAsTheStepNeeds() {
    AxisScale loss = AxisScale.loss(List.of(curve(0.24, 0.9)), false);
    assertThat(loss.ticks().stream().map(loss::tickLabel))
        .containsExactly("0.00", "0.05", "0.10", "0.15", "0.20", "0.25");
    AxisScale accuracy = AxisScale.accuracy(List.of(curve(0.24, 0.985)));
    assertThat(accuracy.ticks().stream().map(accuracy::tickLabel))
        .containsExactly("98.0%", "98.5%", "99.0%", "99.5%", "100.0%");
  }

  @Test
  void logScaleMapsEqualRatiosToEqualDistances() {
    AxisScale scale = AxisScale.loss(List.of(curve(0.004, 0.9), curve(1.7, 0.9)), true);
    assertThat(scale.min()).isLessThanOrEqualTo(0.004);
    assertThat(scale.max()).isGreaterThanOrEqualTo(1.7);
    double near = scale.position(0.1) - scale.position(0.01);
    assertThat(scale.position(1) - scale.position(0.1)).isCloseTo(near, within(1e-9));
    assertThat(near).isPositive();
    assertThat(scale.position(scale.min())).isZero();
    assertThat(scale.position(scale.max())).isEqualTo(1);
    assertThat(scale.tickLabel(0.01)).isEqualTo("0.01");
    assertThat(scale.position(0)).isFinite();
  }

  private static Curve curve(double loss, double accuracy) {
    return new Curve(
        "c", "curve-validation", new double[] {1}, new double[] {loss}, new double[] {accuracy});
  }

  @Test
  void valuesThatAreNoNumbersDoNotStretchAnAxis() {
    double[] bad = {0.5, Double.NaN, Double.POSITIVE_INFINITY};
    List<Curve> curves =
        List.of(new Curve("diverged", "curve-validation", new double[] {1, 2, 3}, bad, bad));

    for (AxisScale scale :
        List.of(
            AxisScale.loss(curves, false),
            AxisScale.loss(curves, true),
            AxisScale.accuracy(curves))) {
      assertThat(scale.max()).isFinite();
      assertThat(scale.ticks()).hasSizeBetween(2, 12);
      assertThat(scale.tickLabel(scale.ticks().get(1))).isNotEmpty();
    }
  }
}
