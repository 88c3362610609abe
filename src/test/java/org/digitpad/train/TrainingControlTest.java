package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingControlTest {
  private static final TrainingData DATA =
      new TrainingData(
          MnistLikeDigits.images(200, 1), MnistLikeDigits.images(50, 2), Map.of("a.gz", "aa"));

  @TempDir private Path folder;
  private final TrainingControl control = new TrainingControl();

  @Test
  void aStoppedRunGoesOnToTheSameWeights() throws IOException {
    float[] unbroken = run(new TrainingControl(), new Heard()).train(false).parameters();
    Heard heard =
        new Heard() {
          @Override
          public void onStep(StepMetrics step) {
            super.onStep(step);
            if (steps.size() == 6) {
              control.stop();
            }
          }
        };

    assertThatThrownBy(() -> run(control, heard).train(false))
        .isInstanceOf(CancellationException.class);

    assertThat(heard.steps).hasSize(6);
    UnfinishedRun left = UnfinishedRun.in(folder, 2).get(0);
    assertThat(left.settings()).isEqualTo(settings());
    assertThat(left.history()).isEqualTo(heard.epochs).hasSize(1);
    assertThat(left.learnedFrom(DATA)).isTrue();
    assertThat(run(new TrainingControl(), new Heard()).train(true).parameters())
        .isEqualTo(unbroken);
  }

  @Test
  void aHeldRunWaitsAndItsPauseDoesNotCount() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    Heard heard =
        new Heard() {
          @Override
          public void onStep(StepMetrics step) {
            super.onStep(step);
            if (steps.size() == 2) {
              control.pause();
              held.countDown();
            }
          }
        };
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(
            () -> {
              try {
                run(control, heard).train(false);
              } catch (IOException cause) {
                throw new IllegalStateException(cause);
              }
            });
    held.await();
    long start = System.nanoTime();
    Thread.sleep(300);
    assertThat(heard.steps).hasSize(2);
    assertThat(running).isNotDone();
    double pause = (System.nanoTime() - start) / 1e9;
    double before = heard.steps.get(1).seconds();
    long resumed = System.nanoTime();

    control.resume();
    running.get();

    double after = (System.nanoTime() - resumed) / 1e9;
    assertThat(heard.epochs).hasSize(2);
    assertThat(heard.epochs.get(0).seconds()).isLessThan(before + after + pause / 2);
  }

  @Test
  void aHeldRunCanBeStopped() {
    control.pause();
    control.stop();

    assertThatThrownBy(() -> run(control, new Heard()).train(false))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void tellsTheBatchAndTheValidation() throws IOException {
    Heard heard = new Heard();

    TrainingRun.Result result = run(control, heard).train(false);

    assertThat(heard.validations).hasSize(2);
    assertThat(heard.validations.get(1)).isEqualTo(result.validation());
    assertThat(heard.steps.stream().limit(4).mapToDouble(step -> step.batchLoss()).sum() / 4)
        .isEqualTo(heard.steps.get(3).loss(), org.assertj.core.api.Assertions.within(1e-9));
    int missed = 50 - (int) Math.round(50 * result.validation().accuracy());
    assertThat(result.validation().misread()).hasSize(missed);
    assertThat(result.validation().misread())
        .allMatch(each -> each.label() == DATA.validation().label(each.index()));
  }

  @Test
  void passesOverWhatIsNoCheckpointAndDiscards() throws IOException {
    assertThat(UnfinishedRun.in(folder.resolve("absent"), 1)).isEmpty();
    Files.writeString(folder.resolve("bad.safetensors.checkpoint"), "nothing");
    run(control, new Heard()).train(false);
    List<UnfinishedRun> runs = UnfinishedRun.in(folder, 1);
    assertThat(runs).hasSize(1);

    runs.get(0).discard();

    assertThat(UnfinishedRun.in(folder, 1)).isEmpty();
  }

  private TrainingRun run(TrainingControl with, TrainingListener listener) {
    return new TrainingRun(settings(), DATA, listener, with);
  }

  private TrainingSettings settings() {
    return new TrainingSettings(
        Architectures.CONV_GRU,
        Recipe.BEST.withBatch(50).withRate(0.004),
        2,
        1,
        2,
        folder.resolve("m.safetensors"));
  }

  private static class Heard implements TrainingListener {
    final List<StepMetrics> steps = new ArrayList<>();
    final List<EpochMetrics> epochs = new ArrayList<>();
    final List<Evaluation> validations = new ArrayList<>();

    @Override
    public void onStep(StepMetrics step) {
      steps.add(step);
    }

    @Override
    public void onEpoch(EpochMetrics epoch) {
      epochs.add(epoch);
    }

    @Override
    public void onValidation(int epoch, Evaluation validation) {
      validations.add(validation);
    }
  }
}
