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
      TrainingFixture.settings(Recipe.BEST.withBatch(50).withRate(0.003), 2, 1, 2);

  @TempDir private Path folder;
  private TrainingFixture fixture;
  private RecordingListener listener;

  @BeforeEach
  void stopInTheSecondEpoch() {
    TrainingControl control = new TrainingControl();
    fixture = new TrainingFixture(folder);
    listener = new RecordingListener(TrainingFixture.STEPS + 1, control::stop);
    assertThatThrownBy(() -> fixture.run(SETTINGS, DATA, listener, control).train(false))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void keepsSettingsOutputHistoryAndData() throws IOException {
    List<UnfinishedRun> runs = UnfinishedRun.in(folder, 5);

    assertThat(runs).hasSize(1);
    UnfinishedRun run = runs.get(0);
    assertThat(run.settings()).isEqualTo(SETTINGS.withThreads(5));
    assertThat(run.output()).isEqualTo(fixture.output);
    assertThat(run.history()).isEqualTo(listener.epochs).hasSize(1);
    assertThat(run.learnedFrom(DATA)).isTrue();
    assertThat(
            run.learnedFrom(new TrainingData(DATA.training(), DATA.validation(), Map.of("a", "b"))))
        .isFalse();
  }

  @Test
  void skipsDamagedCheckpoints() throws IOException {
    Files.writeString(folder.resolve("bad.safetensors.checkpoint"), "nothing");

    assertThat(UnfinishedRun.in(folder, 1)).hasSize(1);
  }

  @Test
  void findsNothingInAFolderThatDoesNotExist() throws IOException {
    assertThat(UnfinishedRun.in(folder.resolve("absent"), 1)).isEmpty();
  }

  @Test
  void isGoneOnceDiscarded() throws IOException {
    UnfinishedRun.in(folder, 1).get(0).discard();

    assertThat(UnfinishedRun.in(folder, 1)).isEmpty();
    assertThat(fixture.checkpoint()).doesNotExist();
  }
}
