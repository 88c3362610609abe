package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EvaluationTallyTest {
  private final EvaluationTally tally = new EvaluationTally(3);

  @Test
  void computesAllMetrics() {
    add(0, 0.5f, 0.25f, 0.25f);
    add(0, 0.25f, 0.5f, 0.25f);
    add(1, 0, 1, 0);
    add(2, 0.125f, 0.125f, 0.75f);

    Evaluation result = tally.evaluation();

    assertThat(result.samples()).isEqualTo(4);
    assertThat(result.accuracy()).isEqualTo(0.75);
    assertThat(result.confusion())
        .containsExactly(List.of(1, 1, 0), List.of(0, 1, 0), List.of(0, 0, 1));
    assertThat(result.misclassified()).containsExactly(new Evaluation.Misclassified(1, 0, 1));
    double loss = (Math.log(2) + Math.log(4) + Math.log(1) + Math.log(4.0 / 3)) / 4;
    assertThat(result.loss()).isCloseTo(loss, within(1e-12));
    // bin 7 (0.467 to 0.533): one of two right at 0.5; bin 11: one of one at 0.75; bin 14: at 1
    assertThat(result.ece()).isCloseTo((0 + 0.25 + 0) / 4, within(1e-12));
  }

  @Test
  void weightsEachBinByItsSize() {
    for (int i = 0; i < 8; i++) {
      // confidence 0.875 in bin 13, two of eight right
      add(i < 2 ? 0 : 1, 0.875f, 0.125f, 0);
    }
    // confidence 0.625 in bin 9, both right
    add(2, 0.125f, 0.25f, 0.625f);
    add(2, 0.125f, 0.25f, 0.625f);

    double expected = 0.8 * (0.875 - 0.25) + 0.2 * (1 - 0.625);
    assertThat(tally.evaluation().ece()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void doesNotMixNeighboringBins() {
    // 0.46 is in bin 6, 0.47 in bin 7 of fifteen: one wrong, one right, each off on its own side
    add(0, 0.46f, 0.30f, 0.24f);
    add(1, 0.47f, 0.30f, 0.23f);

    assertThat(tally.evaluation().ece()).isCloseTo((0.54 + 0.47) / 2, within(1e-6));
  }

  @Test
  void putsAConfidenceOfOneIntoTheLastBin() {
    add(0, 1, 0, 0);
    add(1, 1, 0, 0);
    add(0, 0.95f, 0.05f, 0);

    assertThat(tally.evaluation().ece()).isCloseTo(Math.abs(2 - 2.95) / 3, within(1e-6));
  }

  @Test
  void keepsTheLossFiniteIfTheLabelHasNoProbability() {
    add(1, 1, 0, 0);

    assertThat(tally.evaluation().loss()).isCloseTo(87.34, within(0.01));
  }

  @Test
  void predictsTheSmallestOfEquallyProbableDigits() {
    add(1, 0.25f, 0.375f, 0.375f);

    assertThat(tally.evaluation().accuracy()).isEqualTo(1);
  }

  @Test
  void readsProbabilitiesFromAnIndexOn() {
    tally.add(2, new float[] {9, 9, 0.25f, 0.25f, 0.5f, 9}, 2);

    assertThat(tally.evaluation().accuracy()).isEqualTo(1);
    assertThat(tally.evaluation().loss()).isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void failsWithoutImages() {
    assertThatThrownBy(tally::evaluation).isInstanceOf(IllegalStateException.class);
  }

  private void add(int label, float... probabilities) {
    tally.add(label, probabilities, 0);
  }
}
