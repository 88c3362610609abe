package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.nn.model.EpochMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {
  @TempDir private Path folder;

  @Test
  void keepsAFileThatCameToItsPlaceMeanwhile() throws IOException {
    Path output = folder.resolve("m.safetensors");
    TrainingListener somebody =
        new TrainingListener() {
          @Override
          public void onStep(StepMetrics step) {}

          @Override
          public void onEpoch(EpochMetrics metrics) {
            try {
              Files.writeString(output, "precious");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    TrainingSettings settings = TrainingFixture.settings(1, 1, 1);
    try (RunLock lock = RunLock.acquire(new RunFiles(output), RunLock.Holder.WINDOW)) {
      ModelTraining training =
          new ModelTraining(settings, TrainingFixture.DATA, lock, "", List.of());
      assertThatThrownBy(() -> training.train(somebody, new TrainingControl(), false))
          .isInstanceOf(OutputTakenException.class)
          .hasMessageContaining(output.toString());
      assertThatThrownBy(training::requireOwnOutput).isInstanceOf(OutputTakenException.class);
    }
    assertThat(output).hasContent("precious");
    assertThat(new RunFiles(output).hasCheckpoint()).isTrue();
  }
}
