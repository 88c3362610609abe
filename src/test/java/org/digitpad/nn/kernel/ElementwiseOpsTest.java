package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementwiseOpsTest {
  /** Tests sample [-20, 20] in steps of 2⁻¹⁴. */
  private static final int GRID = 1 << 14;

  /** Measured: 3.1e-7. */
  @Test
  void tanhHasAnErrorOfAtMost4e7() {
    double maxError = 0;
    for (int i = -20 * GRID; i <= 20 * GRID; i++) {
      float x = (float) i / GRID;
      maxError = Math.max(maxError, Math.abs(ElementwiseOps.tanh(x) - Math.tanh(x)));
    }
    assertThat(maxError).isLessThanOrEqualTo(4e-7);
  }

  /** Near 0, where the absolute error says little. */
  @Test
  void tanhOfSmallValuesHasASmallRelativeError() {
    for (float x = 1e-30f; x < 0.5f; x *= 1.01f) {
      assertThat(ElementwiseOps.tanh(x) / Math.tanh(x) - 1).isBetween(-4e-7, 4e-7);
    }
    assertThat(ElementwiseOps.tanh(0f)).isZero();
  }

  @Test
  void tanhIsOdd() {
    for (int i = 0; i <= 20 * GRID; i++) {
      float x = (float) i / GRID;
      assertThat(ElementwiseOps.tanh(-x)).isEqualTo(-ElementwiseOps.tanh(x));
    }
  }

  /** Except for rounding errors. */
  @Test
  void tanhIsMonotonic() {
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = -20 * GRID; i <= 20 * GRID; i++) {
      float y = ElementwiseOps.tanh((float) i / GRID);
      assertThat(y).isGreaterThanOrEqualTo(highest - 5e-7f);
      highest = Math.max(highest, y);
    }
  }

  @Test
  void tanhSaturates() {
    for (float x : new float[] {8, 8.5f, 20, 1e10f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
      assertThat((double) ElementwiseOps.tanh(x)).isBetween(1 - 4e-7, 1 + 1.2e-7);
      assertThat((double) ElementwiseOps.tanh(-x)).isBetween(-1 - 1.2e-7, -1 + 4e-7);
    }
  }

  @Test
  void nanGivesNan() {
    assertThat(ElementwiseOps.tanh(Float.NaN)).isNaN();
    assertThat(ElementwiseOps.hardSigmoid(Float.NaN)).isNaN();
  }

  @Test
  void hardSigmoidIsLinearAndClipped() {
    assertThat(ElementwiseOps.hardSigmoid(-1e30f)).isEqualTo(0f);
    assertThat(ElementwiseOps.hardSigmoid(-2.6f)).isEqualTo(0f);
    assertThat(ElementwiseOps.hardSigmoid(-1f)).isEqualTo(0.3f);
    assertThat(ElementwiseOps.hardSigmoid(0f)).isEqualTo(0.5f);
    assertThat(ElementwiseOps.hardSigmoid(1f)).isEqualTo(0.7f);
    assertThat(ElementwiseOps.hardSigmoid(2.6f)).isEqualTo(1f);
    assertThat(ElementwiseOps.hardSigmoid(1e30f)).isEqualTo(1f);
  }

  @Test
  void gradientsOfSaturatedGruGatesAreZero() {
    float[] dUpdate = new float[3];
    float[] dCandidate = new float[3];
    float[] update = {0f, 0.5f, 1f};
    float[] ones = {1, 1, 1};
    float[] half = {0.5f, 0.5f, 0.5f};
    ElementwiseOps.updateGateGradient(ones, update, half, ones, dUpdate, 3);
    ElementwiseOps.candidateGradient(ones, update, half, dCandidate, 3);
    assertThat(dUpdate).containsExactly(0f, 0.1f, 0f);
    assertThat(dCandidate).containsExactly(0.75f, 0.375f, 0f);
    float[] dReset = new float[3];
    float[] dState = {1, 1, 1};
    ElementwiseOps.resetGateGradient(ones, update, half, half, dState, dReset, 3);
    assertThat(dReset).containsExactly(0f, 0.1f, 0f);
    assertThat(dState).containsExactly(0.5f, 1f, 1.5f);
  }

  @Test
  void gradientsOfSaturatedLstmGatesAreZero() {
    float[] ends = {0f, 0.5f, 1f};
    float[] two = {2, 2, 2};
    float[] half = {0.5f, 0.5f, 0.5f};
    float[] dGate = new float[3];
    ElementwiseOps.gateGradient(two, half, ends, dGate, 3);
    assertThat(dGate).containsExactly(0f, 0.2f, 0f);
    ElementwiseOps.tanhGradient(two, half, ends, dGate, 3);
    assertThat(dGate).containsExactly(1f, 0.75f, 0f);
    float[] dCell = {1, 1, 1};
    ElementwiseOps.addCellGradient(two, half, ends, dCell, 3);
    assertThat(dCell).containsExactly(2f, 1.75f, 1f);
  }

  @Test
  void tileRepeatsAndTruncates() {
    float[] target = new float[7];
    ElementwiseOps.tile(new float[] {9, 1, 2, 3}, 1, 3, target);
    assertThat(target).containsExactly(1, 2, 3, 1, 2, 3, 1);
  }

  @Test
  void sumTilesAddsAllPeriods() {
    float[] target = {100, 100, 100};
    ElementwiseOps.sumTiles(new float[] {1, 2, 3, 4, 50, 60}, 4, 2, target, 1);
    assertThat(target).containsExactly(100, 104, 106);
  }
}
