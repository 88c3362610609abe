package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.digitpad.train.TrainingFixture.DATA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnfinishedRunTest {
  private static final TrainingSettings SETTINGS =
      TrainingFixture.settings(Recipe.BEST.withBatchSize(50).withLearningRate(0.003), 2, 1, 2);

  @TempDir private Path folder;
  private TrainingFixture fixture;
  private RecordingListener listener;

  @BeforeEach
  void stopInTheSecondEpoch() {
    TrainingControl control = new TrainingControl();
    fixture = new TrainingFixture(folder);
    listener =
        new RecordingListener(SETTINGS.stepsPerEpoch(DATA.training().size()) + 1, control::stop);
    assertThatThrownBy(() -> fixture.run(SETTINGS, DATA, listener, control).train(false))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void keepsSettingsOutputHistoryAndData() throws IOException {
    List<UnfinishedRun> runs = UnfinishedRuns.in(folder, 5).resumable();

    assertThat(runs).hasSize(1);
    UnfinishedRun run = runs.get(0);
    assertThat(run.settings()).isEqualTo(SETTINGS.withThreads(5));
    assertThat(run.files()).isEqualTo(fixture.files);
    assertThat(run.history()).isEqualTo(listener.epochs).hasSize(1);
    assertThat(run.trainedOn(DATA)).isTrue();
    assertThat(
            run.trainedOn(new TrainingData(DATA.training(), DATA.validation(), Map.of("a", "b"))))
        .isFalse();
  }

  @Test
  void skipsDamagedCheckpoints() throws IOException {
    Files.writeString(folder.resolve("bad.safetensors.checkpoint"), "nothing");

    assertThat(UnfinishedRuns.in(folder, 1).resumable()).hasSize(1);
  }

  @Test
  void findsNothingInAFolderThatDoesNotExist() throws IOException {
    assertThat(UnfinishedRuns.in(folder.resolve("absent"), 1).resumable()).isEmpty();
  }

  @Test
  void isGoneOnceDiscarded() throws IOException {
    UnfinishedRuns.in(folder, 1).resumable().get(0).discard();

    assertThat(UnfinishedRuns.in(folder, 1).resumable()).isEmpty();
    assertThat(fixture.checkpoint()).doesNotExist();
  }
}
