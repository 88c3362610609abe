package org.digitpad.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisScaleTest {
  @Test
  void comesCloserAsTheNetworkGetsBetter() {
    assertThat(AxisScale.accuracy(List.of(curve(0.3, 0.2))).low()).isZero();
    assertThat(AxisScale.accuracy(List.of(curve(0.3, 0.93))).low()).isEqualTo(0.9);
    assertThat(AxisScale.accuracy(List.of(curve(0.03, 0.99))).low()).isEqualTo(0.98);
    assertThat(AxisScale.loss(List.of(curve(0.3, 0.9)), false).high()).isEqualTo(0.5);
    assertThat(AxisScale.loss(List.of(curve(7, 0.9)), false).high()).isEqualTo(10);
  }

  @Test
  void numbersAreAsFineAsTheirSteps() {
    AxisScale loss = AxisScale.loss(List.of(curve(0.24, 0.9)), false);
    assertThat(loss.ticks().stream().map(loss::tick))
        .containsExactly("0.00", "0.05", "0.10", "0.15", "0.20", "0.25");
    AxisScale accuracy = AxisScale.accuracy(List.of(curve(0.24, 0.985)));
    assertThat(accuracy.ticks().stream().map(accuracy::tick))
        .containsExactly("98.0%", "98.5%", "99.0%", "99.5%", "100.0%");
  }

  @Test
  void equalRatiosAreEqualDistances() {
    AxisScale scale = AxisScale.loss(List.of(curve(0.004, 0.9), curve(1.7, 0.9)), true);
    assertThat(scale.low()).isLessThanOrEqualTo(0.004);
    assertThat(scale.high()).isGreaterThanOrEqualTo(1.7);
    double near = scale.position(0.1) - scale.position(0.01);
    assertThat(scale.position(1) - scale.position(0.1)).isCloseTo(near, within(1e-9));
    assertThat(scale.tick(0.01)).isEqualTo("0.01");
    assertThat(scale.position(0)).isFinite();
  }

  private static Curve curve(double loss, double accuracy) {
    return new Curve(
        "c", "curve-validation", new double[] {1}, new double[] {loss}, new double[] {accuracy});
  }
}
