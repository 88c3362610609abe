package org.digitpad.recognize.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.junit.jupiter.api.Test;

class FinishedDigitTest {
  private static final Drawing LINE = drawing(new InkPoint(50, 20), new InkPoint(50, 60));

  @Test
  void measuresTheShape() {
    Drawing drawing =
        new Drawing(
            List.of(
                new Stroke(List.of()),
                new Stroke(List.of(new InkPoint(10, 0), new InkPoint(10, 40))),
                new Stroke(List.of(new InkPoint(0, 20), new InkPoint(20, 20)))));

    double[] inputs = FinishedDigit.inputs(certain(4), drawing);

    assertThat(inputs[4]).isZero();
    assertThat(inputs[5]).isEqualTo(-12);
    assertThat(Arrays.copyOfRange(inputs, 10, 20))
        .containsExactly(2, 0.5, 1, 1.5, 0.25, 0, 0, -0.5, 1, 0);
  }

  @Test
  void computesAMultinomialLogisticRegression() {
    double[] weights = new double[200];
    weights[13 * 10 + 7] = 2; // length of the ink for a 7
    double[] biases = new double[10];
    biases[3] = 1;

    float[] estimate = new FinishedDigit(weights, biases).probabilities(certain(1), LINE);

    double sum = Math.exp(2) + Math.exp(1) + 8;
    assertThat(estimate[7]).isCloseTo((float) (Math.exp(2) / sum), within(1e-6f));
    assertThat(estimate[3]).isCloseTo((float) (Math.exp(1) / sum), within(1e-6f));
    assertThat(estimate[0]).isCloseTo((float) (1 / sum), within(1e-6f));
  }

  @Test
  void aLineMayBecomeOtherDigitsThanAOne() {
    float[] estimate = FinishedDigit.bundled().probabilities(certain(1), LINE);

    assertThat(estimate[1]).isBetween(0.05f, 0.8f);
  }

  @Test
  void aDotHasAnEstimate() {
    float[] even = new float[10];
    Arrays.fill(even, 0.1f);

    float[] estimate =
        FinishedDigit.bundled().probabilities(even, drawing(new InkPoint(1e300, -1e300)));

    float sum = 0;
    for (float probability : estimate) {
      assertThat(probability).isBetween(0f, 1f);
      sum += probability;
    }
    assertThat(sum).isCloseTo(1, within(1e-5f));
  }

  @Test
  void rejectsOtherNumbersOfWeights() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FinishedDigit(new double[199], new double[10]))
        .withMessageContaining("199");
  }

  private static Drawing drawing(InkPoint... points) {
    return new Drawing(List.of(new Stroke(List.of(points))));
  }

  private static float[] certain(int digit) {
    float[] probabilities = new float[10];
    probabilities[digit] = 1;
    return probabilities;
  }
}
