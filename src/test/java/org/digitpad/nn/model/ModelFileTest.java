package org.digitpad.nn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void keepsTheAccuracyOnStrokes() {
    Model plain = Models.numbered();
    Model model =
        new Model(plain.architecture(), plain.parameters(), plain.card().withStrokes(0.5, 8));

    Model read = ModelFile.parse(ModelFile.toBytes(model), "f");

    assertThat(read.card()).isEqualTo(model.card()).isNotEqualTo(plain.card());
    assertThat(read.card().strokesAccuracy()).isEqualTo(0.5);
    assertThat(read.card().strokes()).isEqualTo(8);
  }

  @Test
  void ignoresUnknownValuesOfACard() {
    byte[] bytes =
        damaged(
            file ->
                file.metadata().merge(CARD, "", (card, none) -> "{\"x\":1," + card.substring(1)));

    assertThat(ModelFile.parse(bytes, "f").card()).isEqualTo(Models.card());
  }

  /** Older and newer versions read each other's files only if these names stay the same. */
  @Test
  void writesTheNamesThatOtherVersionsRead() {
    Model plain = Models.numbered();
    Model model =
        new Model(
            plain.architecture(),
            plain.parameters(),
            new Calibration(1.25, -0.5),
            plain.card().withStrokes(0.5, 8));

    Map<String, String> metadata = Safetensors.parse(ModelFile.toBytes(model), "f").metadata();

    assertThat(metadata.keySet()).containsExactly("format", ARCHITECTURE, CARD, CALIBRATION);
    assertThat(metadata.get(CALIBRATION))
        .isEqualTo("{\"temperature\":1.25,\"leastEvidence\":-0.5}");
    assertThat(metadata.get(CARD))
        .startsWith(
            "{\"recipe\":\"reference\",\"seed\":-7,\"epochs\":2,\"batch\":128,\"rate\":0.0625,"
                + "\"trainedOn\":60000,\"validatedOn\":10000,\"seconds\":12.5,"
                + "\"history\":[{\"epoch\":1,\"seconds\":6.25,\"loss\":0.5,\"accuracy\":0.75,"
                + "\"valLoss\":0.25,\"valAccuracy\":0.9375},")
        .contains(
            "],\"calibrationError\":0.015625,\"strokesAccuracy\":0.5,\"strokes\":8,"
                + "\"latencyMicros\":31.5,\"kernels\":\"Haswell\",\"command\":\"digitpad train ",
            ",\"dataSha256\":{");
  }

  @Test
  void aChangedLetterOfTheCalibrationIsNoticed() {
    Model plain = Models.numbered();
    Model strict =
        new Model(plain.architecture(), plain.parameters(), new Calibration(1, 6.5), plain.card());
    byte[] bytes = ModelFile.toBytes(strict);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(ModelFile.parse(bytes, "f").calibration()).isEqualTo(strict.calibration());
    for (String part : List.of("leastEvidence", CALIBRATION, "6.5", ARCHITECTURE, CARD)) {
      byte[] changed = bytes.clone();
      changed[text.indexOf(part)] ^= 1;
      assertThatThrownBy(() -> ModelFile.parse(changed, "f")).isInstanceOf(BadInputException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "valAccuracy, 17.5",
    "valAccuracy, -0.1",
    "accuracy, 1.01",
    "loss, -1",
    "valLoss, -1",
    "seconds, -1",
    "calibrationError, 2",
    "latencyMicros, -3",
    "latencyMicros, 1e300",
    "seconds, 1e12",
    "batch, 0",
    "epochs, 0",
    "epochs, 2147483647",
    "trainedOn, -5",
    "epochs, -1",
    "rate, -1",
    "epoch, 0"
  })
  void rejectsACardWithAnImpossibleValue(String name, String value) {
    assertRejected(
        withCard(card -> card.replaceFirst("\"" + name + "\":[^,}]+", entry(name, value))),
        "nn.model.cardOutOfRange",
        name,
        Double.toString(Double.parseDouble(value)));
    assertRejected(
        withCard(card -> "{" + entry("strokesAccuracy", "3") + "," + card.substring(1)),
        "nn.model.cardOutOfRange",
        "strokesAccuracy",
        "3.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed",
        "epochs",
        "batch",
        "trainedOn",
        "validatedOn",
        "calibrationError",
        "latencyMicros",
        "epoch",
        "seconds",
        "loss",
        "accuracy",
        "valLoss",
        "valAccuracy"
      })
  void rejectsACardWithAMissingNumber(String name) {
    assertRejected(
        withCard(card -> card.replaceFirst("\"" + name + "\":[^,}]+,?", "")),
        "nn.model.brokenCard");
    assertRejected(
        withCard(card -> card.replaceFirst("\"" + name + "\":[^,}]+", entry(name, "null"))),
        "nn.model.brokenCard");
  }

  @Test
  void rejectsACardWithTwoValuesOrTextAfterIt() {
    assertRejected(
        withCard(card -> "{" + entry("seed", "1") + "," + card.substring(1)),
        "nn.model.brokenCard");
    assertRejected(withCard(card -> card + " {}"), "nn.model.brokenCard");
    assertRejected(
        withCard(card -> card.replaceFirst("\"epochs\":2", "\"epochs\":2.5")),
        "nn.model.brokenCard");
  }

  @Test
  void rejectsACardWhoseEpochsAreNotNumberedInOrder() {
    assertRejected(
        withCard(card -> card.replace("\"epoch\":2", "\"epoch\":1")),
        "nn.model.cardOutOfRange",
        "history",
        "2.0");
  }

  /** A damaged letter in the name of the calibration would leave the model without one. */
  @Test
  void rejectsUnknownKeysOfDigitPad() {
    assertRejected(
        damaged(file -> file.metadata().put("digitpad.calibratiom", "{}")),
        "nn.model.unknownKey",
        "digitpad.calibratiom");
    assertThat(ModelFile.parse(damaged(file -> file.metadata().put("somebody.else", "x")), "f"))
        .isEqualTo(Models.numbered());
  }

  @Test
  void limitsTheTextOfACard() {
    assertRejected(
        withCard(card -> card.replaceFirst("\"reference\"", "\"" + "x".repeat(101) + "\"")),
        "nn.model.cardOutOfRange",
        "recipe",
        "x".repeat(101));
    String epoch =
        "{\"epoch\":1,\"seconds\":1,\"loss\":1,\"accuracy\":1,\"valLoss\":1,\"valAccuracy\":1},";
    assertRejected(
        withCard(
            card -> card.replaceFirst("\"history\":\\[", "\"history\":[" + epoch.repeat(10_000))),
        "nn.model.cardOutOfRange",
        "history",
        "10002.0");
  }

  @Test
  void theTitleOfAModelIsItsNameWithoutTheExtension() {
    assertThat(ModelFile.name("my model")).isEqualTo("my model.safetensors");
    assertThat(ModelFile.isName("my model.safetensors")).isTrue();
    assertThat(ModelFile.isName("my model.png")).isFalse();
    assertThat(ModelFile.title(Path.of("folder", "my model.safetensors"))).isEqualTo("my model");
    assertThat(ModelFile.title(Path.of("MODEL.SafeTensors"))).isEqualTo("MODEL");
    assertThat(ModelFile.title(Path.of("folder", "my model.png"))).isEqualTo("my model.png");
  }

  private static byte[] withCard(UnaryOperator<String> change) {
    return damaged(
        file -> file.metadata().computeIfPresent(CARD, (key, card) -> change.apply(card)));
  }

  private static String entry(String name, String value) {
    return "\"" + name + "\":" + value;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"0.5\"", "NaN", "1e999", "true"})
  void rejectsACardWithAValueThatIsNoNumber(String value) {
    byte[] bytes =
        withCard(card -> card.replaceFirst("\"valLoss\":[^,}]+", entry("valLoss", value)));
    assertThatThrownBy(() -> ModelFile.parse(bytes, "f"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("The model file f has a model card ");
  }

  @Test
  void copiesParameters() {
    Model model = Models.numbered();
    float first = model.parameters()[0];

    model.parameters()[0] = 99;

    assertThat(model.parameters()[0]).isEqualTo(first);
  }

  @Test
  void rejectsAnUnknownArchitecture() {
    assertRejected(
        damaged(file -> file.metadata().put(ARCHITECTURE, "transformer")),
        "nn.model.unknownArchitecture",
        "transformer",
        "conv-gru, lstm, mlp, pen");
    assertRejected(
        damaged(file -> file.metadata().remove(ARCHITECTURE)),
        "nn.model.noArchitecture",
        "conv-gru, lstm, mlp, pen");
    assertRejected(
        damaged(file -> file.metadata().clear()),
        "nn.model.noArchitecture",
        "conv-gru, lstm, mlp, pen");
  }

  @Test
  void rejectsAFileWithoutACard() {
    assertRejected(damaged(file -> file.metadata().remove(CARD)), "nn.model.noCard");
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
  void rejectsABrokenCard(String card) {
    assertRejected(damaged(file -> file.metadata().put(CARD, card)), "nn.model.brokenCard");
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
  void aFileWithoutCalibrationAcceptsEveryImage() {
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
        "{\"temperature\":1,\"leastEvidence\":9,\"leastEvidence\":0}",
        "{\"temperature\":1,\"leastEvidence\":9,\"least\":9}",
        "{\"temperature\":1,\"leastEvidence\":9} {}",
      })
  void rejectsABrokenCalibration(String calibration) {
    assertRejected(
        damaged(file -> file.metadata().put(CALIBRATION, calibration)),
        "nn.model.brokenCalibration");
  }

  @Test
  void rejectsACardWithoutAHistory() {
    assertRejected(
        withCard(card -> card.replaceFirst("\"history\":\\[.*]", "\"history\":[]")),
        "nn.model.noHistory");
    assertRejected(damaged(file -> file.metadata().put(CARD, "null")), "nn.model.noHistory");
  }

  @Test
  void rejectsOtherTensorsThanTheArchitectureHas() {
    assertRejected(
        damaged(file -> file.tensors().remove("gru1.bias")), "nn.model.missingTensor", "gru1.bias");
    assertRejected(
        damaged(file -> file.tensors().put("gru3.bias", new Tensor(List.of(1), new float[1]))),
        "nn.model.unexpectedTensor",
        "gru3.bias");
    assertRejected(
        damaged(
            file -> {
              float[] values = file.tensors().get("dense.weight").values();
              file.tensors().put("dense.weight", new Tensor(List.of(16, 10), values));
            }),
        "nn.model.wrongShape",
        "dense.weight",
        "[16, 10]",
        "[10, 16]");
    assertRejected(
        damaged(file -> file.tensors().put("dense.bias", new Tensor(List.of(9), new float[9]))),
        "nn.model.wrongShape",
        "dense.bias",
        "[9]",
        "[10]");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void rejectsAValueThatIsNotFinite(float value) {
    for (String tensor : List.of("conv1.weight", "dense.bias")) {
      assertRejected(
          damaged(
              file -> {
                float[] values = file.tensors().get(tensor).values();
                values[values.length - 1] = value;
              }),
          "nn.model.notFinite",
          tensor);
    }
  }

  @Test
  void rejectsTruncatedAndExtendedFiles() {
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
  void damagedHeadersGiveAModelOrOneSentence() {
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
  void rejectsRandomFiles() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      Path file = Files.write(folder.resolve("random.safetensors"), bytes);
      assertThatThrownBy(() -> ModelFile.read(file))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void rejectsFoldersAndMissingFiles() {
    assertThatThrownBy(() -> ModelFile.read(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("nn.model.folder", folder, ".safetensors"));
    Path missing = folder.resolve("missing.safetensors");
    assertThatThrownBy(() -> ModelFile.read(missing))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("nn.model.missing", missing));
  }

  @Test
  void rejectsAHugeFileWithoutReadingIt() throws IOException {
    Path file = folder.resolve("huge.safetensors");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(64L << 30);
    }

    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.tooLarge", file, 16 << 20));
  }

  @Test
  void rejectsAFileWithoutReadPermission() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.safetensors"), "x");
    assumeThat(file.toFile().setReadable(false, false) && !Files.isReadable(file)).isTrue();

    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            Messages.get(
                "nn.model.unreadable", file, FileErrors.reason(new AccessDeniedException(""))));
  }

  /** A file on Linux that even root can open, but not read from its start. */
  @Test
  void rejectsAFileThatCannotBeRead() {
    Path file = Path.of("/proc/self/mem");
    assumeThat(file).exists();

    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(file.toString())
        .hasRootCauseInstanceOf(IOException.class);
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

  /** A valid file, changed before it is written. */
  private static byte[] damaged(Consumer<Safetensors> damage) {
    Safetensors good = Safetensors.parse(ModelFile.toBytes(Models.numbered()), "good");
    Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
    Map<String, Tensor> tensors = new LinkedHashMap<>(good.tensors());
    Safetensors file = new Safetensors(metadata, tensors);
    damage.accept(file);
    return file.toBytes();
  }

  /** Expects the message of this key, whose first argument is the file. */
  private static void assertRejected(byte[] bytes, String key, Object... others) {
    Object[] arguments = Stream.concat(Stream.of("some/file"), Stream.of(others)).toArray();
    assertThatThrownBy(() -> ModelFile.parse(bytes, "some/file"))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get(key, arguments));
  }
}
