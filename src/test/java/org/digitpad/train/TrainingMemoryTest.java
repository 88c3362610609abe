package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.nn.arch.Architectures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingMemoryTest {
  /**
   * On MNIST, {@code best} runs from 160 MB on and {@code reference} from 96 MB on, as measured.
   */
  @ParameterizedTest
  @CsvSource({"best, 64, 192", "reference, 128, 128", "reference, 60000, 1760"})
  void estimatesTheHeap(String recipe, int batchSize, int megabytes) {
    TrainingSettings settings =
        new TrainingSettings(
            Architectures.MLP,
            Recipe.named(recipe).orElseThrow().withBatchSize(batchSize),
            1,
            1,
            1);

    assertThat(TrainingMemory.needed(settings, 60_000, 10_000) >> 20).isEqualTo(megabytes);
  }

  @Test
  void findsTheLackOfMemoryBehindOtherFailures() {
    Error lack = new OutOfMemoryError("Java heap space");

    assertThat(TrainingMemory.isLacking(lack)).isTrue();
    assertThat(
            TrainingMemory.isLacking(new ExceptionInInitializerError(new RuntimeException(lack))))
        .isTrue();
    assertThat(TrainingMemory.isLacking(new IllegalStateException("other"))).isFalse();
  }
}
