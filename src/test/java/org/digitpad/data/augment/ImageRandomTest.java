package org.digitpad.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ImageRandomTest {
  private final ImageRandom random = new ImageRandom();

  @Test
  void isUniformlyDistributed() {
    int count = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      random.reseed(7, i);
      double value = random.nextUniform();
      assertThat(value).isBetween(-1.0, 1.0);
      sum += value;
      squares += value * value;
    }
    // four standard errors
    assertThat(sum / count).isCloseTo(0, within(4 / Math.sqrt(3.0 * count)));
    assertThat(squares / count).isCloseTo(1.0 / 3, within(4 * Math.sqrt(4.0 / 45 / count)));
  }

  @Test
  void addsUniformlyDistributedNumbers() {
    float[] values = new float[40_000];
    Arrays.fill(values, 10);
    random.reseed(7, 1);
    random.addUniform(2, values);
    double[] sums = new double[4];
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isBetween(8f, 12f);
      sums[i % 4] += values[i] - 10;
      squares += (values[i] - 10) * (values[i] - 10);
    }
    for (double sum : sums) {
      assertThat(sum / 10_000).isCloseTo(0, within(4 * 2 / Math.sqrt(3.0 * 10_000)));
    }
    assertThat(squares / values.length).isCloseTo(4.0 / 3, within(0.03));
  }

  @Test
  void neighboringSeedsAndImagesShareNoNumbers() {
    Set<Double> seen = new HashSet<>();
    for (int seed = -20; seed < 20; seed++) {
      for (int image = 0; image < 100; image++) {
        random.reseed(seed, image);
        for (int i = 0; i < 5; i++) {
          assertThat(seen.add(random.nextUniform())).isTrue();
        }
      }
    }
  }

  @Test
  void reseedingRestartsTheSequence() {
    random.reseed(7, 1);
    double first = random.nextUniform();
    random.nextUniform();
    random.reseed(7, 1);
    assertThat(random.nextUniform()).isEqualTo(first);
  }
}
