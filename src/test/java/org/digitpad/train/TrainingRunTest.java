package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Safetensors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainingRunTest {
  private static final Recipe RECIPE = Recipe.BEST.withBatch(50);

  /** 248 images and a third as many builtin digits are seven steps, the last one smaller. */
  private static final TrainingData DATA =
      new TrainingData(
          MnistLikeDigits.images(248, 1),
          MnistLikeDigits.images(130, 2),
          Map.of("a.gz", "aa", "b.gz", "bb"));

  @TempDir private Path folder;

  @Test
  void learnsFromTheBuiltinDigits() throws IOException {
    TrainingData data = TrainingData.of(new BuiltinDataset(1_000, 200));
    TrainingSettings settings =
        new TrainingSettings(Architectures.CONV_GRU, Recipe.BEST.withBatch(32), 6, 1, 2, output());

    TrainingRun.Result result = new TrainingRun(settings, data, new Listener()).train(false);

    assertThat(result.validation().samples()).isEqualTo(200);
    assertThat(result.validation().accuracy()).isGreaterThan(0.6);
    assertThat(data.sha256()).containsOnlyKeys("builtin-v2-train", "builtin-v2-test");
  }

  @Test
  void learnsToTellDigitsApart() throws IOException {
    Listener heard = new Listener();
    TrainingSettings settings =
        new TrainingSettings(Architectures.CONV_GRU, Recipe.BEST.withBatch(32), 10, 1, 2, output());

    TrainingRun.Result result = new TrainingRun(settings, DATA, heard).train(false);

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
    assertThat(heard.epochs).isEqualTo(result.history());
    assertThat(heard.steps).hasSize(10 * settings.stepsPerEpoch(DATA.training().size()));
  }

  @Test
  void tellsItsListenerOfEveryStep() throws IOException {
    Listener heard = new Listener();

    run(settings(2, 1, 1), heard).train(false);

    assertThat(heard.steps)
        .extracting(step -> step.epoch() + "/" + step.step() + "/" + step.steps())
        .startsWith("1/1/8", "1/2/8")
        .endsWith("2/7/8", "2/8/8")
        .hasSize(16);
    TrainingListener.StepMetrics last = heard.steps.get(15);
    assertThat(last.loss()).isEqualTo(heard.epochs.get(1).loss());
    assertThat(last.accuracy()).isEqualTo(heard.epochs.get(1).accuracy());
    assertThat(331 * last.accuracy()).isCloseTo(Math.round(331 * last.accuracy()), within(1e-9));
  }

  @Test
  void repeatsItselfBitForBitWhateverTheThreads() throws IOException {
    TrainingRun.Result first = run(settings(2, 1, 1)).train(false);

    assertSame(run(settings(2, 1, 1)).train(false), first);
    assertSame(run(settings(2, 1, 2)).train(false), first);
    assertSame(run(settings(2, 1, 5)).train(false), first);
  }

  @Test
  void anotherSeedGivesOtherWeights() throws IOException {
    float[] one = run(settings(1, 1, 1)).train(false).parameters();
    float[] two = run(settings(1, 2, 1)).train(false).parameters();

    assertThat(two).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 9, 14, 16, 23, 24})
  void goesOnAfterAFaultInAnyStepToTheSameWeights(int failingStep) throws IOException {
    TrainingRun.Result unbroken = run(settings(3, 1, 1)).train(false);
    run(settings(3, 1, 1)).deleteCheckpoint();
    TrainingRun broken = run(settings(3, 1, 2), new Failing(failingStep));
    assertThatThrownBy(() -> broken.train(false)).hasMessage("killed");
    assertThat(Files.exists(checkpoint())).isEqualTo(failingStep > 8);

    Listener heard = new Listener();
    TrainingRun.Result resumed = run(settings(3, 1, 2), heard).train(true);

    assertSame(resumed, unbroken);
    assertThat(heard.epochs).hasSize(3 - (failingStep - 1) / 8);
  }

  @Test
  void goesOnTwice() throws IOException {
    TrainingRun.Result unbroken = run(settings(3, 1, 1)).train(false);
    run(settings(3, 1, 1)).deleteCheckpoint();
    assertThatThrownBy(() -> run(settings(3, 1, 1), new Failing(9)).train(true))
        .hasMessage("killed");
    assertThatThrownBy(() -> run(settings(3, 1, 1), new Failing(9)).train(true))
        .hasMessage("killed");

    assertSame(run(settings(3, 1, 1)).train(true), unbroken);
  }

  @Test
  void aFinishedRunGoesOnToItsResult() throws IOException {
    TrainingRun.Result finished = run(settings(2, 1, 1)).train(false);
    Listener heard = new Listener();

    TrainingRun.Result again = run(settings(2, 1, 1), heard).train(true);

    assertSame(again, finished);
    assertThat(again.history()).isEqualTo(finished.history());
    assertThat(again.seconds()).isEqualTo(finished.seconds());
    assertThat(heard.steps).isEmpty();
  }

  @Test
  void startsAnewWithoutResume() throws IOException {
    run(settings(2, 1, 1)).train(false);
    Listener heard = new Listener();

    run(settings(2, 1, 1), heard).train(false);

    assertThat(heard.steps).hasSize(16);
  }

  @Test
  void deletesItsCheckpointAlone() throws IOException {
    Path other = Files.writeString(folder.resolve("other.checkpoint"), "x");
    TrainingRun run = run(settings(1, 1, 1));
    run.train(false);
    assertThat(checkpoint()).exists();

    run.deleteCheckpoint();
    run.deleteCheckpoint();

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(other);
    }
  }

  @Test
  void refusesTheCheckpointOfOtherSettings() throws IOException {
    run(settings(2, 1, 1)).train(false);

    otherRun(run(settings(3, 1, 1)));
    otherRun(run(settings(2, 2, 1)));
    otherRun(
        run(new TrainingSettings(Architectures.CONV_GRU, RECIPE.withBatch(51), 2, 1, 1, output())));
    otherRun(
        run(
            new TrainingSettings(
                Architectures.CONV_GRU, RECIPE.withRate(2 * RECIPE.rate()), 2, 1, 1, output())));
    otherRun(
        run(
            new TrainingSettings(
                Architectures.CONV_GRU, Recipe.REFERENCE.withBatch(50), 2, 1, 1, output())));
    TrainingData otherData =
        new TrainingData(DATA.training(), DATA.validation(), Map.of("a.gz", "aa", "b.gz", "bc"));
    otherRun(new TrainingRun(settings(2, 1, 1), otherData, new Listener()));
  }

  private void otherRun(TrainingRun run) throws IOException {
    byte[] before = Files.readAllBytes(checkpoint());
    assertThatThrownBy(() -> run.train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The checkpoint "
                + checkpoint()
                + " is of another run (conv-gru, recipe best, 2 epochs, batch 50, rate 0.004, seed 1);"
                + " give the same options and data, or train without --resume.");
    assertThat(checkpoint()).hasBinaryContent(before);
  }

  @Test
  void refusesADamagedCheckpoint() throws IOException {
    run(settings(2, 1, 1)).train(false);
    byte[] good = Files.readAllBytes(checkpoint());

    for (int length : new int[] {0, 7, 100, good.length / 2, good.length - 1}) {
      damagedCheckpoint(Arrays.copyOf(good, length));
    }
    byte[] random = new byte[good.length];
    new Random(1).nextBytes(random);
    damagedCheckpoint(random);
    damagedCheckpoint(changed(good, "parameters", tensor -> numbers(28_505)));
    damagedCheckpoint(changed(good, "parameters", tensor -> null));
    damagedCheckpoint(changed(good, "optimizer", tensor -> null));
    damagedCheckpoint(changed(good, "optimizer", tensor -> numbers(28_506)));
    damagedCheckpoint(
        changed(
            good,
            "optimizer",
            tensor -> {
              tensor.values()[5] = Float.NaN;
              return tensor;
            }));
    for (String state : List.of("", "null", "{}", "[]", "{\"run\":null,\"history\":[]}")) {
      Safetensors file = Safetensors.parse(good, "good");
      damagedCheckpoint(
          new Safetensors(Map.of("digitpad.checkpoint", state), file.tensors()).toBytes());
    }
  }

  @Test
  void refusesAFolderForACheckpoint() throws IOException {
    Files.createDirectories(checkpoint());

    assertThatThrownBy(() -> run(settings(2, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is damaged");
  }

  private void damagedCheckpoint(byte[] bytes) throws IOException {
    Files.write(checkpoint(), bytes);
    assertThatThrownBy(() -> run(settings(2, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The checkpoint "
                + checkpoint()
                + " is damaged; delete it, or train without --resume.");
    assertThat(checkpoint()).hasBinaryContent(bytes);
  }

  private static byte[] changed(byte[] good, String name, UnaryOperator<Tensor> change) {
    Safetensors file = Safetensors.parse(good, "good");
    Map<String, Tensor> tensors = new LinkedHashMap<>(file.tensors());
    tensors.computeIfPresent(name, (key, tensor) -> change.apply(tensor));
    return new Safetensors(file.metadata(), tensors).toBytes();
  }

  private static Tensor numbers(int count) {
    return new Tensor(List.of(count), new float[count]);
  }

  private static void assertSame(TrainingRun.Result actual, TrainingRun.Result expected) {
    assertThat(actual.parameters()).isEqualTo(expected.parameters());
    assertThat(actual.validation()).isEqualTo(expected.validation());
    assertThat(actual.history())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
        .isEqualTo(expected.history());
  }

  private Path output() {
    return folder.resolve("model.safetensors");
  }

  private Path checkpoint() {
    return folder.resolve("model.safetensors.checkpoint");
  }

  private TrainingSettings settings(int epochs, long seed, int threads) {
    return new TrainingSettings(Architectures.CONV_GRU, RECIPE, epochs, seed, threads, output());
  }

  private static TrainingRun run(TrainingSettings settings) {
    return run(settings, new Listener());
  }

  private static TrainingRun run(TrainingSettings settings, TrainingListener listener) {
    return new TrainingRun(settings, DATA, listener);
  }

  private static class Listener implements TrainingListener {
    final List<StepMetrics> steps = new ArrayList<>();
    final List<EpochMetrics> epochs = new ArrayList<>();

    @Override
    public void onStep(StepMetrics step) {
      steps.add(step);
    }

    @Override
    public void onEpoch(EpochMetrics epoch) {
      epochs.add(epoch);
    }
  }

  /** Ends the run in the middle of an epoch. */
  private static final class Failing extends Listener {
    private final int failingStep;

    Failing(int failingStep) {
      this.failingStep = failingStep;
    }

    @Override
    public void onStep(StepMetrics step) {
      super.onStep(step);
      if (steps.size() == failingStep) {
        throw new IllegalStateException("killed");
      }
    }
  }
}
