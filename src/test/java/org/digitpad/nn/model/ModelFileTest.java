package org.digitpad.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelFileTest {
  private static final String ARCHITECTURE = "digitpad.architecture";
  private static final String CARD = "digitpad.card";
  private static final String CALIBRATION = "digitpad.calibration";

  @TempDir private Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    Path file = folder.resolve("new/folder/model.safetensors");
    Model model = Models.numbered();

    ModelFile.write(model, file);

    assertThat(ModelFile.read(file)).isEqualTo(model);
    assertThat(ModelFile.read(file).card().strokesAccuracy()).isNull();
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void keepsWhatWasMeasuredOnStrokes() {
    Model plain = Models.numbered();
    Model model =
        new Model(plain.architecture(), plain.parameters(), plain.card().withStrokes(0.5, 8));

    Model read = ModelFile.parse(ModelFile.toBytes(model), "f");

    assertThat(read.card()).isEqualTo(model.card()).isNotEqualTo(plain.card());
    assertThat(read.card().strokesAccuracy()).isEqualTo(0.5);
    assertThat(read.card().strokes()).isEqualTo(8);
  }

  @Test
  void passesOverWhatLaterVersionsMayAddToACard() {
    byte[] bytes =
        damaged(
            file ->
                file.metadata().merge(CARD, "", (card, none) -> "{\"x\":1," + card.substring(1)));

    assertThat(ModelFile.parse(bytes, "f").card()).isEqualTo(Models.card());
  }

  @Test
  void copiesParameters() {
    Model model = Models.numbered();
    float first = model.parameters()[0];

    model.parameters()[0] = 99;

    assertThat(model.parameters()[0]).isEqualTo(first);
  }

  @Test
  void refusesAnUnknownArchitecture() {
    refused(
        damaged(file -> file.metadata().put(ARCHITECTURE, "transformer")),
        "is of the unknown architecture \"transformer\" (known: conv-gru, lstm, mlp)");
    refused(
        damaged(file -> file.metadata().remove(ARCHITECTURE)),
        "names no architecture (known: conv-gru, lstm, mlp)");
    refused(damaged(file -> file.metadata().clear()), "names no architecture");
  }

  @Test
  void refusesAFileWithoutACard() {
    refused(damaged(file -> file.metadata().remove(CARD)), "has no model card");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "7",
        "{}",
        "{\"recipe\":\"a\",\"command\":\"b\",\"dataSha256\":{}}",
        "{\"recipe\":\"a\",\"command\":\"b\",\"dataSha256\":{},\"history\":[null]}",
        "{\"recipe\":\"a\",\"command\":\"b\",\"dataSha256\":{},\"history\":7}",
        "{\"recipe\":\"a\",\"command\":\"b\",\"history\":[{\"epoch\":1}]}",
        "{\"recipe\":\"a\",\"dataSha256\":{},\"history\":[{\"epoch\":1}]}",
        "{\"command\":\"b\",\"dataSha256\":{},\"history\":[{\"epoch\":1}]}",
        "{\"recipe\":\"a\",\"command\":\"b\",\"dataSha256\":{},\"history\":[{\"epoch\":\"x\"}]}",
      })
  void refusesABrokenCard(String card) {
    refused(
        damaged(file -> file.metadata().put(CARD, card)), "has a model card that cannot be read");
  }

  @Test
  void keepsTheCalibration() {
    Model plain = Models.numbered();
    Calibration calibration = new Calibration(1.25, -0.5);
    Model model = new Model(plain.architecture(), plain.parameters(), calibration, plain.card());

    assertThat(ModelFile.parse(ModelFile.toBytes(model), "f")).isEqualTo(model);
    assertThat(model).isNotEqualTo(plain);
  }

  @Test
  void aFileWithoutCalibrationHasTemperature1AndEvidenceEnough() {
    byte[] bytes = ModelFile.toBytes(Models.numbered());

    assertThat(Safetensors.parse(bytes, "f").metadata()).doesNotContainKey(CALIBRATION);
    assertThat(ModelFile.parse(bytes, "f").calibration())
        .isEqualTo(new Calibration(1, Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "7",
        "[]",
        "null",
        "{}",
        "{\"temperature\":1.1}",
        "{\"leastEvidence\":1.1}",
        "{\"temperature\":null,\"leastEvidence\":1}",
        "{\"temperature\":0,\"leastEvidence\":1}",
        "{\"temperature\":-1,\"leastEvidence\":1}",
        "{\"temperature\":\"NaN\",\"leastEvidence\":1}",
        "{\"temperature\":1e999,\"leastEvidence\":1}",
        "{\"temperature\":1,\"leastEvidence\":\"NaN\"}",
        "{\"temperature\":1,\"leastEvidence\":\"low\"}",
      })
  void refusesABrokenCalibration(String calibration) {
    refused(
        damaged(file -> file.metadata().put(CALIBRATION, calibration)),
        "has a calibration that cannot be read");
  }

  @Test
  void refusesACardWithoutAHistory() {
    String card = "{\"recipe\":\"a\",\"command\":\"b\",\"dataSha256\":{},\"history\":[]}";

    refused(damaged(file -> file.metadata().put(CARD, card)), "has a model card without a history");
    refused(damaged(file -> file.metadata().put(CARD, "null")), "without a history");
  }

  @Test
  void refusesOtherTensorsThanTheArchitectureHas() {
    refused(damaged(file -> file.tensors().remove("gru1.bias")), "lacks the tensor \"gru1.bias\"");
    refused(
        damaged(file -> file.tensors().put("gru3.bias", new Tensor(List.of(1), new float[1]))),
        "has a tensor \"gru3.bias\" that does not belong");
    refused(
        damaged(
            file -> {
              float[] values = file.tensors().get("dense.weight").values();
              file.tensors().put("dense.weight", new Tensor(List.of(16, 10), values));
            }),
        "has a tensor \"dense.weight\" of shape [16, 10] instead of [10, 16]");
    refused(
        damaged(file -> file.tensors().put("dense.bias", new Tensor(List.of(9), new float[9]))),
        "has a tensor \"dense.bias\" of shape [9] instead of [10]");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesANumberThatIsNotFinite(float number) {
    for (String tensor : List.of("conv1.weight", "dense.bias")) {
      refused(
          damaged(
              file -> {
                float[] values = file.tensors().get(tensor).values();
                values[values.length - 1] = number;
              }),
          "has a number in its tensor \"" + tensor + "\" that is not finite");
    }
  }

  @Test
  void refusesEveryPartOfAFile() {
    byte[] whole = ModelFile.toBytes(Models.numbered());
    ModelFile.parse(whole, "f");
    for (int length = 0; length < whole.length; length += 1_000) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ModelFile.parse(part, "f")).isInstanceOf(BadInputException.class);
    }
    byte[] allButOne = Arrays.copyOf(whole, whole.length - 1);
    assertThatThrownBy(() -> ModelFile.parse(allButOne, "f")).isInstanceOf(BadInputException.class);
    byte[] oneMore = Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> ModelFile.parse(oneMore, "f")).isInstanceOf(BadInputException.class);
  }

  @Test
  void answersDamageInTheHeaderWithAModelOrOneSentence() {
    byte[] whole = ModelFile.toBytes(Models.numbered());
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        bytes[random.nextInt(2_000)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(ModelFile.parse(bytes, "f").parameters()).hasSize(28_506);
      } catch (BadInputException e) {
        assertThat(e.getMessage()).doesNotContain("\n").endsWith(".");
      }
    }
  }

  @Test
  void refusesRandomFiles() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      Path file = Files.write(folder.resolve("random.safetensors"), bytes);
      assertThatThrownBy(() -> ModelFile.read(file))
          .isInstanceOf(BadInputException.class)
          .hasMessageStartingWith(file.toString());
    }
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThatThrownBy(() -> ModelFile.read(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessage(folder + " is a folder; name a model file (.safetensors).");
    Path missing = folder.resolve("missing.safetensors");
    assertThatThrownBy(() -> ModelFile.read(missing))
        .isInstanceOf(BadInputException.class)
        .hasMessage("There is no model file " + missing + "; check the name.");
  }

  @Test
  void refusesAHugeFileWithoutReadingIt() throws IOException {
    Path file = folder.resolve("huge.safetensors");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(64L << 30);
    }

    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(file + " is too large for a model file of DigitPad; name another file.");
  }

  @Test
  void refusesAFileThatMayNotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.safetensors"), "x");
    assumeThat(file.toFile().setReadable(false, false) && !Files.isReadable(file)).isTrue();

    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The model file " + file + " cannot be read (permission denied); check the file.");
  }

  /** A file of Linux that even root can open, but not read from its start. */
  @Test
  void refusesAFileThatFailsWhileItIsRead() {
    Path file = Path.of("/proc/self/mem");
    assumeThat(file).exists();

    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("The model file /proc/self/mem cannot be read (");
  }

  @Test
  void leavesTheOldFileWhereTheNewOneCannotBeWritten() throws IOException {
    Path file = Files.createDirectories(folder.resolve("model.safetensors/not-empty")).getParent();

    assertThatThrownBy(() -> ModelFile.write(Models.numbered(), file))
        .isInstanceOf(IOException.class);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** A good file, changed before it is written. */
  private static byte[] damaged(Consumer<Safetensors> damage) {
    Safetensors good = Safetensors.parse(ModelFile.toBytes(Models.numbered()), "good");
    Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
    Map<String, Tensor> tensors = new LinkedHashMap<>(good.tensors());
    Safetensors file = new Safetensors(metadata, tensors);
    damage.accept(file);
    return file.toBytes();
  }

  private static void refused(byte[] bytes, String fault) {
    assertThatThrownBy(() -> ModelFile.parse(bytes, "some/file"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("The model file some/file ")
        .hasMessageContaining(fault)
        .hasMessageEndingWith("; use a file that DigitPad has written.");
  }
}
