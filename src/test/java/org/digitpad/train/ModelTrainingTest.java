package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.digitpad.nn.arch.Architectures.CONV_GRU;
import static org.digitpad.nn.arch.Architectures.MLP;
import static org.digitpad.train.TrainingFixture.DATA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.digitpad.data.source.DataSource;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.SampleDrawings;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.nn.model.ModelFile;
import org.jspecify.annotations.Nullable;
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
      ModelTraining training = new ModelTraining(settings, DATA, lock, "", List.of());
      assertThatThrownBy(() -> training.train(somebody, new TrainingControl(), false))
          .isInstanceOf(OutputTakenException.class)
          .hasMessageContaining(output.toString());
      assertThatThrownBy(training::requireOwnOutput).isInstanceOf(OutputTakenException.class);
    }
    assertThat(output).hasContent("precious");
    assertThat(new RunFiles(output).hasCheckpoint()).isTrue();
  }

  /** Nobody else would notice that the model is not saved, or measured with what it became. */
  @Test
  void savesTheCalibratedModelWithItsCardAndLeavesNothingElse() throws IOException {
    Path output = folder.resolve("m.safetensors");
    TrainingSettings settings = settings(Recipe.REFERENCE, 2, 7);
    Drawing line = SampleDrawings.all().get("1");
    List<LabeledDrawing> drawings =
        List.of(new LabeledDrawing(1, null, line), new LabeledDrawing(7, null, line));
    RecordingListener listener = new RecordingListener();
    try (RunLock lock = RunLock.acquire(new RunFiles(output), RunLock.Holder.WINDOW)) {
      ModelTraining training = new ModelTraining(settings, DATA, lock, "", drawings);
      Model model = training.train(listener, new TrainingControl(), false);

      assertThat(ModelFile.read(output)).isEqualTo(model);
      assertThat(training.gives(model)).isTrue();
      ModelCard card = model.card();
      assertThat(card.trainedOn()).isEqualTo(248);
      assertThat(card.validatedOn()).isEqualTo(130);
      assertThat(card.history()).isEqualTo(listener.epochs).hasSize(2);
      assertThat(card.seconds())
          .isEqualTo(listener.epochs.stream().mapToDouble(EpochMetrics::seconds).sum());
      assertThat(card.calibrationError())
          .isEqualTo(
              Evaluator.evaluate(model.architecture(), model.parameters(), DATA.validation(), 1)
                  .ece());
      assertThat(card.strokes()).isEqualTo(2);
      assertThat(card.strokesAccuracy())
          .isEqualTo(StrokesEvaluation.of(model, drawings).evaluation().accuracy());
      assertThat(card.latencyMicros()).isPositive();
      assertThat(card.kernels()).isEqualTo(Blas.kernels());
      assertThat(card.command()).isEqualTo(training.command());
      assertThat(model.calibration().temperature()).isNotEqualTo(1);
    }
    assertThat(folder.toFile().list()).containsExactly("m.safetensors");
  }

  @Test
  void aRunThatGoesOnReplacesItsOwnModelOnly() throws IOException {
    Path output = folder.resolve("m.safetensors");
    TrainingSettings settings = settings(Recipe.REFERENCE, 2, 7);
    try (RunLock lock = RunLock.acquire(new RunFiles(output), RunLock.Holder.WINDOW)) {
      ModelTraining training = new ModelTraining(settings, DATA, lock, "", List.of());
      training.requireOwnOutput();
      ModelFile.write(model(MLP, "reference", 128, 0.001, 2, 7, DATA.sha256()), output);
      training.requireOwnOutput();
      ModelFile.write(model(MLP, "reference", 128, 0.001, 2, 8, DATA.sha256()), output);
      assertThatThrownBy(training::requireOwnOutput).isInstanceOf(OutputTakenException.class);
    }
  }

  @Test
  void aModelWithAnyOtherSettingIsOfAnotherTraining() throws IOException {
    TrainingSettings settings = settings(Recipe.REFERENCE, 2, 7);
    Map<String, String> data = DATA.sha256();
    try (RunLock lock = lock("m.safetensors")) {
      ModelTraining training = new ModelTraining(settings, DATA, lock, "", List.of());
      assertThat(training.gives(model(MLP, "reference", 128, 0.001, 2, 7, data))).isTrue();
      assertThat(
              List.of(
                  model(CONV_GRU, "reference", 128, 0.001, 2, 7, data),
                  model(MLP, "best", 128, 0.001, 2, 7, data),
                  model(MLP, "reference", 129, 0.001, 2, 7, data),
                  model(MLP, "reference", 128, 0.002, 2, 7, data),
                  model(MLP, "reference", 128, null, 2, 7, data),
                  model(MLP, "reference", 128, 0.001, 3, 7, data),
                  model(MLP, "reference", 128, 0.001, 2, 8, data),
                  model(MLP, "reference", 128, 0.001, 2, 7, Map.of("a.gz", "aa"))))
          .noneMatch(training::gives);
    }
  }

  private static Model model(
      Architecture architecture,
      String recipe,
      int batchSize,
      @Nullable Double learningRate,
      int epochs,
      long seed,
      Map<String, String> data) {
    List<EpochMetrics> history =
        IntStream.rangeClosed(1, epochs)
            .mapToObj(epoch -> new EpochMetrics(epoch, 1, 0.5, 0.5, 0.5, 0.5))
            .toList();
    ModelCard card =
        new ModelCard(
            recipe,
            seed,
            epochs,
            batchSize,
            learningRate,
            248,
            130,
            epochs,
            history,
            0.1,
            null,
            null,
            30,
            null,
            "",
            data);
    return new Model(architecture, new float[architecture.parameterCount()], card);
  }

  @Test
  void theCommandNamesWhatDiffersFromTheRecipe() throws IOException {
    Recipe recipe = Recipe.REFERENCE;
    assertThat(command(recipe)).isEqualTo(command("reference", "", ""));
    assertThat(command(recipe.withBatchSize(50)))
        .isEqualTo(command("reference", " --batch 50", ""));
    assertThat(command(recipe.withLearningRate(0.00002)))
        .isEqualTo(command("reference", "", " --rate 0.00002"));
    Recipe unknown =
        new Recipe("own", 128, recipe.optimizer(), recipe.augmentation(), 0, 0, 0, 1)
            .withLearningRate(1);
    assertThat(command(unknown)).isEqualTo(command("own", " --batch 128", " --rate 1"));
  }

  private String command(Recipe recipe) throws IOException {
    try (RunLock lock = lock("a b.safetensors")) {
      return new ModelTraining(settings(recipe, 2, 7), DATA, lock, " --threads 2", List.of())
          .command();
    }
  }

  private static String command(String recipe, String batch, String rate) {
    return "java -jar target/digitpad.jar train --model mlp --recipe "
        + (recipe + " --epochs 2" + batch + rate)
        + " --seed 7 --threads 2 --out \"a b.safetensors\"";
  }

  private RunLock lock(String name) throws IOException {
    return RunLock.acquire(new RunFiles(folder.resolve(name)), RunLock.Holder.WINDOW);
  }

  private static TrainingSettings settings(Recipe recipe, int epochs, long seed) {
    return new TrainingSettings(MLP, recipe, epochs, seed, 1);
  }

  @Test
  void optionsNameTheLastPartOfAPathAndQuoteWhatAShellWouldChange() {
    assertThat(ModelTraining.option("--out", Path.of("private/m-1.safetensors")))
        .isEqualTo(" --out m-1.safetensors");
    assertThat(ModelTraining.option("--out", Path.of("private/a $b.csv")))
        .isEqualTo(" --out \"a \\$b.csv\"");
    assertThat(ModelTraining.option("--data", folder.getRoot()))
        .contains(folder.getRoot().toString());
  }

  @Test
  void onlyDataThatIsNotMnistGetsAnOption() {
    assertThat(ModelTraining.dataOption(new DataSource.Builtin())).isEqualTo(" --data builtin");
    assertThat(ModelTraining.dataOption(new DataSource.KaggleFile(Path.of("private/train.csv"))))
        .isEqualTo(" --data train.csv");
    assertThat(ModelTraining.dataOption(new DataSource.Folder(folder))).isEmpty();
  }
}
