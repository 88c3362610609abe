package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.i18n.Messages;
import org.digitpad.nn.arch.Architectures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingMemoryTest {
  /**
   * On MNIST, {@code best} runs from 160 MB on and {@code reference} from 96 MB on, as measured.
   */
  @ParameterizedTest
  @CsvSource({"best, 64, 256", "reference, 128, 128", "reference, 60000, 1760"})
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

  /** For MNIST, which is not loaded, the recipe would need 14 GB. */
  @Test
  void saysWhetherTheHeapIsTooSmallOrUsedUp() {
    long limit = Runtime.getRuntime().maxMemory() >> 20;
    Recipe huge =
        new Recipe("huge", 64, Recipe.BEST.optimizer(), Recipe.BEST.augmentation(), 100, 0, 0, 1);
    TrainingSettings settings = TrainingFixture.settings(huge, 1, 1, 1);
    long needed = TrainingMemory.needed(settings, 60_000, 10_000) >> 20;

    assertThat(TrainingMemory.sentence(settings, null))
        .isEqualTo(
            Messages.get("train.memory.tooLittle", String.valueOf(needed), String.valueOf(limit)));
    assertThat(TrainingMemory.sentence(settings, TrainingFixture.DATA))
        .isEqualTo(
            Messages.get(
                "train.memory.exhausted", String.valueOf(limit), String.valueOf(2 * limit)));
  }

  @Test
  void countsTheImagesThatAreLoaded() {
    TrainingSettings settings = TrainingFixture.settings(Recipe.BEST, 1, 1, 1);
    assertThat(TrainingMemory.needed(settings, 248, 130) >> 20).isEqualTo(96);
    assertThat(TrainingMemory.needed(settings, 60_000, 200_000) >> 20).isEqualTo(384);
  }
}
