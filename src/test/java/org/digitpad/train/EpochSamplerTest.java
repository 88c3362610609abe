package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.dl4j.Batch;
import org.junit.jupiter.api.Test;

final class EpochSamplerTest {
  private static final int SIZE = 103;
  private static final LabeledImages IMAGES = numbered();

  private static final EpochImages UNCHANGED = EpochImages.only(IMAGES, Augmentation.NONE);

  @Test
  void visitsEveryImageOnce() {
    List<Integer> order = order(1, 1, 10);

    assertThat(order).hasSize(SIZE).isNotEqualTo(sorted(order));
    assertThat(sorted(order)).isEqualTo(IntStream.range(0, SIZE).boxed().toList());
  }

  @Test
  void dependsOnlyOnSeedAndEpoch() {
    assertThat(order(7, 3, 10)).isEqualTo(order(7, 3, 10)).isEqualTo(order(7, 3, SIZE));
  }

  @Test
  void differsForOtherSeedsAndEpochs() {
    Set<List<Integer>> orders = new HashSet<>();
    for (long seed : new long[] {Long.MIN_VALUE, -1, 0, 1, 2, Long.MAX_VALUE}) {
      for (int epoch = 1; epoch <= 20; epoch++) {
        orders.add(order(seed, epoch, SIZE));
      }
    }

    assertThat(orders).hasSize(6 * 20);
  }

  /** Fisher and Yates's shuffle, with the seed of the epoch. */
  @Test
  void shufflesAsDocumented() {
    List<Integer> order = order(7, 3, SIZE);

    List<Integer> expected = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(7 * 1_000_003L + 3);
    for (int i = 0; i < SIZE; i++) {
      int j = random.nextInt(i + 1);
      expected.add(i);
      Collections.swap(expected, i, j);
    }
    assertThat(order).isEqualTo(expected);
  }

  @Test
  void endsWithASmallerBatch() {
    Batch last = new EpochSampler(UNCHANGED, 1, 1).batch(100, 10);

    assertThat(last.size()).isEqualTo(3);
  }

  @Test
  void keepsImagesWithTheirLabels() {
    Batch batch = new EpochSampler(UNCHANGED, 1, 1).batch(20, 10);
    float[] pixels = new float[DigitImage.PIXELS];
    for (int i = 0; i < batch.size(); i++) {
      batch.copyImage(i, pixels, 0);
      assertThat(batch.label(i)).isEqualTo(number(pixels) % 10);
    }
  }

  private static List<Integer> order(long seed, int epoch, int batchSize) {
    EpochSampler sampler = new EpochSampler(UNCHANGED, seed, epoch);
    List<Integer> numbers = new ArrayList<>();
    float[] pixels = new float[DigitImage.PIXELS];
    for (int from = 0; from < SIZE; from += batchSize) {
      Batch batch = sampler.batch(from, batchSize);
      for (int i = 0; i < batch.size(); i++) {
        batch.copyImage(i, pixels, 0);
        numbers.add(number(pixels));
      }
    }
    return numbers;
  }

  private static List<Integer> sorted(List<Integer> numbers) {
    List<Integer> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    return sorted;
  }

  /** Images whose first pixel is their number. */
  private static LabeledImages numbered() {
    byte[] pixels = new byte[SIZE * DigitImage.PIXELS];
    byte[] labels = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      pixels[i * DigitImage.PIXELS] = (byte) i;
      labels[i] = (byte) (i % 10);
    }
    return new LabeledImages(pixels, labels);
  }

  private static int number(float[] pixels) {
    return Math.round(255 * pixels[0]);
  }
}
