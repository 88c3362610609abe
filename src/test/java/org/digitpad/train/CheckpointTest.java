package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.digitpad.train.TrainingFixture.DATA;
import static org.digitpad.train.TrainingFixture.RECIPE;
import static org.digitpad.train.TrainingFixture.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Safetensors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
  private static final String STATE = "digitpad.checkpoint";

  /** The JSON of an existing checkpoint; later versions must read and write the same. */
  private static final String JSON =
      """
      {"run":{"architecture":"mlp","recipe":"best",\
      "details":"Recipe[name=best, batch=500, \
      optimizer=OneCycleAdamW[peak=0.004, decay=0.05, longest=1.0], \
      augmentation=Augmentation[rotation=10.0, scale=0.1, shear=0.15, translation=1.0, \
      elastic=0.6, thickness=0.12], builtinShare=0.3333333333333333, nonDigitShare=0.1]",\
      "batch":500,"rate":0.004,"epochs":2,"seed":1,"dataSha256":{"builtin-v2-test":"296e",\
      "builtin-v2-train":"617e"}},"iteration":172,"history":[{"epoch":1,"seconds":5.886310865,\
      "loss":1.03898429167447,"accuracy":0.720825,"valLoss":0.23534289197811273,\
      "valAccuracy":0.9251}]}""";

  private TrainingFixture fixture;

  @BeforeEach
  void setUp(@TempDir Path folder) {
    fixture = new TrainingFixture(folder);
  }

  @Test
  void readsAndWritesTheSameJsonAsEver() throws IOException {
    Path file = fixture.checkpoint();
    Files.write(file, checkpoint(JSON, Map.of("parameters", values(1), "optimizer", values(2))));

    Checkpoint checkpoint = Checkpoint.read(file);
    checkpoint.write(file);

    TrainingSettings settings =
        new TrainingSettings(Architectures.MLP, Recipe.BEST.withBatchSize(500), 2, 1, 2);
    TrainingData data =
        new TrainingData(
            DATA.training(),
            DATA.validation(),
            Map.of("builtin-v2-test", "296e", "builtin-v2-train", "617e"));
    assertThat(checkpoint.run()).isEqualTo(Checkpoint.Run.of(settings, data));
    assertThat(checkpoint.iteration()).isEqualTo(172);
    assertThat(checkpoint.history())
        .containsExactly(
            new EpochMetrics(
                1, 5.886310865, 1.03898429167447, 0.720825, 0.23534289197811273, 0.9251));
    assertThat(Safetensors.parse(Files.readAllBytes(file), "file").metadata())
        .containsEntry(STATE, JSON);
  }

  @Test
  void describesTheReferenceRecipeAsEver() {
    assertThat(Checkpoint.details(Recipe.REFERENCE))
        .isEqualTo(
            "Recipe[name=reference, batch=128, optimizer=FixedRateAdam[rate=0.001],"
                + " augmentation=Augmentation[rotation=0.0, scale=0.0, shear=0.0, translation=0.0,"
                + " elastic=0.0, thickness=0.0], builtinShare=0.0, nonDigitShare=0.0]");
  }

  @Test
  void refusesTheCheckpointOfOtherSettings() throws IOException {
    fixture.run(settings(2, 1, 1)).train(false);

    assertRefused(fixture.run(settings(3, 1, 1)));
    assertRefused(fixture.run(settings(2, 2, 1)));
    assertRefused(fixture.run(settings(RECIPE.withBatchSize(51), 2, 1, 1)));
    assertRefused(
        fixture.run(settings(RECIPE.withLearningRate(2 * RECIPE.learningRate()), 2, 1, 1)));
    assertRefused(fixture.run(settings(Recipe.REFERENCE.withBatchSize(50), 2, 1, 1)));
    TrainingData otherData =
        new TrainingData(DATA.training(), DATA.validation(), Map.of("a.gz", "aa", "b.gz", "bc"));
    assertRefused(fixture.run(settings(2, 1, 1), otherData, new RecordingListener()));
  }

  private void assertRefused(TrainingRun run) throws IOException {
    byte[] before = Files.readAllBytes(fixture.checkpoint());
    assertThatThrownBy(() -> run.train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            Messages.get(
                "train.checkpoint.otherRun",
                fixture.checkpoint(),
                Messages.plural("train.checkpoint.run", 2, "conv-gru", "best", 50, "0.004", "1")));
    assertThat(fixture.checkpoint()).hasBinaryContent(before);
  }

  @Test
  void refusesADamagedCheckpoint() throws IOException {
    fixture.run(settings(2, 1, 1)).train(false);
    byte[] good = Files.readAllBytes(fixture.checkpoint());

    for (int length : new int[] {0, 7, 100, good.length / 2, good.length - 1}) {
      assertDamaged(Arrays.copyOf(good, length));
    }
    byte[] random = new byte[good.length];
    new Random(1).nextBytes(random);
    assertDamaged(random);
    assertDamaged(changed(good, "parameters", tensor -> values(28_505)));
    assertDamaged(changed(good, "parameters", tensor -> null));
    assertDamaged(changed(good, "optimizer", tensor -> null));
    assertDamaged(changed(good, "optimizer", tensor -> values(28_506)));
    assertDamaged(
        changed(
            good,
            "optimizer",
            tensor -> {
              tensor.values()[5] = Float.NaN;
              return tensor;
            }));
    for (String state : List.of("", "null", "{}", "[]", "{\"run\":null,\"history\":[]}")) {
      Safetensors file = Safetensors.parse(good, "good");
      assertDamaged(checkpoint(state, file.tensors()));
    }
  }

  @Test
  void refusesAFolderForACheckpoint() throws IOException {
    Files.createDirectories(fixture.checkpoint());

    assertThatThrownBy(() -> fixture.run(settings(2, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("train.checkpoint.damaged", fixture.checkpoint()));
  }

  private void assertDamaged(byte[] bytes) throws IOException {
    Files.write(fixture.checkpoint(), bytes);
    assertThatThrownBy(() -> fixture.run(settings(2, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("train.checkpoint.damaged", fixture.checkpoint()));
    assertThat(fixture.checkpoint()).hasBinaryContent(bytes);
  }

  private static byte[] checkpoint(String state, Map<String, Tensor> tensors) {
    return new Safetensors(Map.of(STATE, state), tensors).toBytes();
  }

  private static byte[] changed(byte[] good, String name, UnaryOperator<Tensor> change) {
    Safetensors file = Safetensors.parse(good, "good");
    Map<String, Tensor> tensors = new LinkedHashMap<>(file.tensors());
    tensors.computeIfPresent(name, (key, tensor) -> change.apply(tensor));
    return new Safetensors(file.metadata(), tensors).toBytes();
  }

  private static Tensor values(int count) {
    return new Tensor(List.of(count), new float[count]);
  }
}
