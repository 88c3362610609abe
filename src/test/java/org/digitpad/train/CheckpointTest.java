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
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Safetensors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
  private TrainingFixture fixture;

  @BeforeEach
  void setUp(@TempDir Path folder) {
    fixture = new TrainingFixture(folder);
  }

  @Test
  void refusesTheCheckpointOfOtherSettings() throws IOException {
    fixture.run(settings(2, 1, 1)).train(false);

    assertRefused(fixture.run(settings(3, 1, 1)));
    assertRefused(fixture.run(settings(2, 2, 1)));
    assertRefused(fixture.run(settings(RECIPE.withBatch(51), 2, 1, 1)));
    assertRefused(fixture.run(settings(RECIPE.withRate(2 * RECIPE.rate()), 2, 1, 1)));
    assertRefused(fixture.run(settings(Recipe.REFERENCE.withBatch(50), 2, 1, 1)));
    TrainingData otherData =
        new TrainingData(DATA.training(), DATA.validation(), Map.of("a.gz", "aa", "b.gz", "bc"));
    assertRefused(fixture.run(settings(2, 1, 1), otherData, new RecordingListener()));
  }

  private void assertRefused(TrainingRun run) throws IOException {
    byte[] before = Files.readAllBytes(fixture.checkpoint());
    assertThatThrownBy(() -> run.train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The checkpoint "
                + fixture.checkpoint()
                + " is of another run (conv-gru, recipe best, 2 epochs, batch 50, rate 0.004, seed 1);"
                + " give the same options and data, or train without --resume.");
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
    assertDamaged(changed(good, "parameters", tensor -> numbers(28_505)));
    assertDamaged(changed(good, "parameters", tensor -> null));
    assertDamaged(changed(good, "optimizer", tensor -> null));
    assertDamaged(changed(good, "optimizer", tensor -> numbers(28_506)));
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
      assertDamaged(
          new Safetensors(Map.of("digitpad.checkpoint", state), file.tensors()).toBytes());
    }
  }

  @Test
  void refusesAFolderForACheckpoint() throws IOException {
    Files.createDirectories(fixture.checkpoint());

    assertThatThrownBy(() -> fixture.run(settings(2, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is damaged");
  }

  private void assertDamaged(byte[] bytes) throws IOException {
    Files.write(fixture.checkpoint(), bytes);
    assertThatThrownBy(() -> fixture.run(settings(2, 1, 1)).train(true))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The checkpoint "
                + fixture.checkpoint()
                + " is damaged; delete it, or train without --resume.");
    assertThat(fixture.checkpoint()).hasBinaryContent(bytes);
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
}
