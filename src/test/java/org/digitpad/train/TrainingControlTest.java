package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class TrainingControlTest {
  private static final TrainingSettings SETTINGS = TrainingFixture.settings(2, 1, 2);

  private final TrainingControl control = new TrainingControl();
  private TrainingFixture fixture;

  @BeforeEach
  void setUp(@TempDir Path folder) {
    fixture = new TrainingFixture(folder);
  }

  @Test
  void resumesAStoppedRunToTheSameWeights() throws IOException {
    float[] uninterrupted = fixture.train(SETTINGS).parameters();
    RecordingListener listener = new RecordingListener(TrainingFixture.STEPS + 2, control::stop);

    assertThatThrownBy(() -> run(listener).train(false)).isInstanceOf(CancellationException.class);

    assertThat(listener.steps).hasSize(TrainingFixture.STEPS + 2);
    assertThat(fixture.run(SETTINGS).train(true).parameters()).isEqualTo(uninterrupted);
  }

  @Test
  void waitsWhilePausedAndLeavesThePauseOutOfTheTime() throws Exception {
    CountDownLatch paused = new CountDownLatch(1);
    RecordingListener listener =
        new RecordingListener(
            2,
            () -> {
              control.pause();
              paused.countDown();
            });
    CompletableFuture<Void> running = CompletableFuture.runAsync(() -> train(listener));
    paused.await();
    long start = System.nanoTime();
    Thread.sleep(1_000);
    assertThat(listener.steps).hasSize(2);
    assertThat(running).isNotDone();
    double pause = (System.nanoTime() - start) / 1e9;
    double before = listener.steps.get(1).seconds();
    long resumed = System.nanoTime();

    control.resume();
    running.get();

    double after = (System.nanoTime() - resumed) / 1e9;
    assertThat(listener.epochs).hasSize(2);
    assertThat(listener.epochs.get(0).seconds()).isLessThan(before + after + pause / 2);
  }

  @Test
  void stopsAPausedRun() {
    control.pause();
    control.stop();

    assertThatThrownBy(() -> run(new RecordingListener()).train(false))
        .isInstanceOf(CancellationException.class);
  }

  /** Not only if it is stopped before it looks. */
  @Test
  @Timeout(60)
  void stopsARunThatWaits() throws Exception {
    CompletableFuture<Boolean> interrupted = endOfAWait(waiting -> control.stop());

    assertThat(interrupted).isCompletedWithValue(false);
  }

  @Test
  @Timeout(60)
  void anInterruptStopsARunThatWaitsAndStaysSet() throws Exception {
    CompletableFuture<Boolean> interrupted = endOfAWait(Thread::interrupt);

    assertThat(interrupted).isCompletedWithValue(true);
  }

  /** Ends the wait of a paused run; returns whether its thread was interrupted when it stopped. */
  private CompletableFuture<Boolean> endOfAWait(Consumer<Thread> end) throws Exception {
    control.pause();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                control.awaitResumed();
              } catch (CancellationException stopped) {
                interrupted.complete(Thread.currentThread().isInterrupted());
              }
            });
    waiting.setDaemon(true);
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    end.accept(waiting);
    waiting.join();
    return interrupted;
  }

  private TrainingRun run(TrainingListener listener) {
    return fixture.run(SETTINGS, TrainingFixture.DATA, listener, control);
  }

  private void train(TrainingListener listener) {
    try {
      run(listener).train(false);
    } catch (IOException cause) {
      throw new CompletionException(cause);
    }
  }
}
