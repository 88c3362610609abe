package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.digitpad.train.TrainingFixture.DATA;
import static org.digitpad.train.TrainingFixture.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingListener.StepMetrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainingRunTest {
  @TempDir private Path folder;
  private TrainingFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new TrainingFixture(folder);
  }

  @Test
  void learnsFromTheBuiltinDigits() throws IOException {
    TrainingData data = TrainingData.of(new BuiltinDataset(1_000, 200));
    TrainingSettings settings = settings(Recipe.BEST.withBatchSize(32), 6, 1, 2);

    TrainingRun.Result result = fixture.run(settings, data, new RecordingListener()).train(false);

    assertThat(result.validation().samples()).isEqualTo(200);
    assertThat(result.validation().accuracy()).isGreaterThan(0.6);
    assertThat(data.sha256()).containsOnlyKeys("builtin-v4-train", "builtin-v4-test");
  }

  /** The loss of a step is that before the step, so only validation notices the last one. */
  @Test
  void aLastStepThatDivergesEndsInASentence() {
    Recipe tooFast =
        new Recipe("fast", 1_000, new OneCycleAdamW(1, 1e38, 1), Augmentation.NONE, 0, 0, 0, 1);
    assertThatThrownBy(() -> fixture.run(settings(tooFast, 1, 1, 1)).train(false))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(Messages.get("train.run.lossNotFinite", 1, 1));
  }

  @Test
  void learnsToClassifyDigits() throws IOException {
    RecordingListener listener = new RecordingListener();
    TrainingSettings settings = settings(Recipe.BEST.withBatchSize(32), 10, 1, 2);

    TrainingRun.Result result = fixture.run(settings, listener).train(false);

    EpochMetrics first = result.history().get(0);
    EpochMetrics last = result.history().get(9);
    assertThat(first.loss()).isGreaterThan(1.5);
    assertThat(last.loss()).isLessThan(first.loss() / 2);
    assertThat(last.accuracy()).isGreaterThan(0.8);
    assertThat(last.valAccuracy()).isGreaterThan(0.8).isEqualTo(result.validation().accuracy());
    assertThat(last.valLoss()).isEqualTo(result.validation().loss());
    assertThat(result.validation().samples()).isEqualTo(130);
    assertThat(result.validation())
        .isEqualTo(
            Evaluator.evaluate(Architectures.CONV_GRU, result.parameters(), DATA.validation(), 1));
    assertThat(listener.epochs).isEqualTo(result.history());
    assertThat(listener.steps).hasSize(10 * settings.stepsPerEpoch(DATA.training().size()));
  }

  @Test
  void reportsEveryStep() throws IOException {
    RecordingListener listener = new RecordingListener();

    fixture.run(settings(2, 1, 1), listener).train(false);

    assertThat(listener.steps)
        .extracting(step -> step.epoch() + "/" + step.step() + "/" + step.steps())
        .startsWith("1/1/8", "1/2/8")
        .endsWith("2/7/8", "2/8/8")
        .hasSize(16);
    StepMetrics last = listener.steps.get(15);
    assertThat(last.loss()).isEqualTo(listener.epochs.get(1).loss());
    assertThat(last.accuracy()).isEqualTo(listener.epochs.get(1).accuracy());
    assertThat(331 * last.accuracy()).isCloseTo(Math.round(331 * last.accuracy()), within(1e-9));
  }

  @Test
  void reportsBatchMetricsAndEveryValidation() throws IOException {
    RecordingListener listener = new RecordingListener();

    TrainingRun.Result result = fixture.run(settings(2, 1, 1), listener).train(false);

    List<StepMetrics> firstFour = listener.steps.subList(0, 4);
    assertThat(firstFour.stream().mapToDouble(StepMetrics::batchLoss).average().orElseThrow())
        .isCloseTo(firstFour.get(3).loss(), within(1e-9));
    assertThat(listener.validations).hasSize(2);
    assertThat(listener.validations.get(1)).isEqualTo(result.validation());
    int misclassified = 130 - (int) Math.round(130 * result.validation().accuracy());
    assertThat(result.validation().misclassified()).hasSize(misclassified);
    assertThat(result.validation().misclassified())
        .allMatch(each -> each.label() == DATA.validation().label(each.index()));
  }

  @Test
  void isReproducibleBitForBitWithAnyNumberOfThreads() throws IOException {
    TrainingRun.Result first = fixture.run(settings(2, 1, 1)).train(false);

    assertSame(fixture.run(settings(2, 1, 1)).train(false), first);
    assertSame(fixture.run(settings(2, 1, 2)).train(false), first);
    assertSame(fixture.run(settings(2, 1, 5)).train(false), first);
  }

  @Test
  void anotherSeedGivesOtherWeights() throws IOException {
    float[] one = fixture.run(settings(1, 1, 1)).train(false).parameters();
    float[] two = fixture.run(settings(1, 2, 1)).train(false).parameters();

    assertThat(two).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 9, 14, 16, 23, 24})
  void resumesAfterAFailureInAnyStepToTheSameWeights(int failingStep) throws IOException {
    TrainingRun.Result uninterrupted = fixture.train(settings(3, 1, 1));
    TrainingRun failing = fixture.run(settings(3, 1, 2), failingAfter(failingStep));
    assertThatThrownBy(() -> failing.train(false)).hasMessage("killed");
    assertThat(Files.exists(fixture.checkpoint())).isEqualTo(failingStep > 8);

    RecordingListener listener = new RecordingListener();
    TrainingRun.Result resumed = fixture.run(settings(3, 1, 2), listener).train(true);

    assertSame(resumed, uninterrupted);
    assertThat(listener.epochs).hasSize(3 - (failingStep - 1) / 8);
  }

  @Test
  void resumesTwice() throws IOException {
    TrainingRun.Result uninterrupted = fixture.train(settings(3, 1, 1));
    assertThatThrownBy(() -> fixture.run(settings(3, 1, 1), failingAfter(9)).train(true))
        .hasMessage("killed");
    assertThatThrownBy(() -> fixture.run(settings(3, 1, 1), failingAfter(9)).train(true))
        .hasMessage("killed");

    assertSame(fixture.run(settings(3, 1, 1)).train(true), uninterrupted);
  }

  @Test
  void resumingAFinishedRunReturnsItsResult() throws IOException {
    TrainingRun.Result finished = fixture.run(settings(2, 1, 1)).train(false);
    RecordingListener listener = new RecordingListener();

    TrainingRun.Result again = fixture.run(settings(2, 1, 1), listener).train(true);

    assertSame(again, finished);
    assertThat(again.history()).isEqualTo(finished.history());
    assertThat(again.seconds()).isEqualTo(finished.seconds());
    assertThat(listener.steps).isEmpty();
  }

  @Test
  void startsOverWithoutResume() throws IOException {
    fixture.run(settings(2, 1, 1)).train(false);
    RecordingListener listener = new RecordingListener();

    fixture.run(settings(2, 1, 1), listener).train(false);

    assertThat(listener.steps).hasSize(16);
  }

  @Test
  void deletesOnlyItsOwnCheckpoint() throws IOException {
    Path other = Files.writeString(folder.resolve("other.checkpoint"), "x");
    TrainingRun run = fixture.run(settings(1, 1, 1));
    run.train(false);
    assertThat(fixture.checkpoint()).exists();

    run.deleteCheckpoint();
    run.deleteCheckpoint();

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(other);
    }
  }

  /** The end of a run in the middle of an epoch. */
  private static RecordingListener failingAfter(int step) {
    return new RecordingListener(
        step,
        () -> {
          throw new IllegalStateException("killed");
        });
  }

  private static void assertSame(TrainingRun.Result actual, TrainingRun.Result expected) {
    assertThat(actual.parameters()).isEqualTo(expected.parameters());
    assertThat(actual.validation()).isEqualTo(expected.validation());
    assertThat(actual.history())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
        .isEqualTo(expected.history());
  }
}
