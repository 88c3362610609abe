package org.digitpad.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ImageRandomTest {
  private final ImageRandom random = new ImageRandom();

  @Test
  void fillsItsRangeEvenly() {
    int count = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      random.start(7, i);
      double value = random.uniform();
      assertThat(value).isBetween(-1.0, 1.0);
      sum += value;
      squares += value * value;
    }
    // four standard errors
    assertThat(sum / count).isCloseTo(0, within(4 / Math.sqrt(3.0 * count)));
    assertThat(squares / count).isCloseTo(1.0 / 3, within(4 * Math.sqrt(4.0 / 45 / count)));
  }

  @Test
  void fillsArraysEvenly() {
    float[] numbers = new float[40_000];
    java.util.Arrays.fill(numbers, 10);
    random.start(7, 1);
    random.addUniform(2, numbers);
    double[] sums = new double[4];
    double squares = 0;
    for (int i = 0; i < numbers.length; i++) {
      assertThat(numbers[i]).isBetween(8f, 12f);
      sums[i % 4] += numbers[i] - 10;
      squares += (numbers[i] - 10) * (numbers[i] - 10);
    }
    for (double sum : sums) {
      assertThat(sum / 10_000).isCloseTo(0, within(4 * 2 / Math.sqrt(3.0 * 10_000)));
    }
    assertThat(squares / numbers.length).isCloseTo(4.0 / 3, within(0.03));
  }

  @Test
  void neighborsShareNoNumbers() {
    Set<Double> seen = new HashSet<>();
    for (int seed = -20; seed < 20; seed++) {
      for (int image = 0; image < 100; image++) {
        random.start(seed, image);
        for (int i = 0; i < 5; i++) {
          assertThat(seen.add(random.uniform())).isTrue();
        }
      }
    }
  }

  @Test
  void beginsAnewForTheSameImage() {
    random.start(7, 1);
    double first = random.uniform();
    random.uniform();
    random.start(7, 1);
    assertThat(random.uniform()).isEqualTo(first);
  }
}
