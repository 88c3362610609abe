package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.digitpad.Launcher;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CliTrainingTest {
  private static final int TRAIN = 300;
  private static final int TEST = 90;

  @TempDir private static Path data;
  @TempDir private Path folder;

  @BeforeAll
  static void writeData() {
    MnistLikeDigits.writeFolder(data, TRAIN, TEST);
  }

  /** What the others show of the default network in detail. */
  @ParameterizedTest
  @CsvSource({"lstm, 81674", "mlp, 235146"})
  void trainsAndReadsTheOtherNetworksToo(String name, int parameters) throws IOException {
    List<JsonNode> lines =
        train("--model", name, "--epochs", "2", "--batch", "30", "--json").json();

    JsonNode last = lines.get(2);
    assertThat(last.get("model").textValue()).isEqualTo(name);
    assertThat(last.get("parameters").intValue()).isEqualTo(parameters);
    String model = out().toString();
    JsonNode evaluation =
        run("evaluate", "--json", "--model", model, "--data", data.toString()).json().get(0);
    assertThat(evaluation.get("parameters").intValue()).isEqualTo(parameters);
    assertThat(evaluation.get("accuracy")).isEqualTo(last.get("valAccuracy"));
    JsonNode card = run("describe", "--json", "--model", model).json().get(0).get("card");
    assertThat(card.get("command").textValue()).contains(" --model " + name + " ");
    Path strokes = folder.resolve("strokes.jsonl");
    StrokesFile.write(strokes, MnistLikeDigits.drawings(3, 1));
    assertThat(run("predict", "--json", "--model", model, strokes.toString()).json()).hasSize(3);
  }

  @Test
  void trainsAModelThatEvaluatesAsItWasSaid() {
    List<JsonNode> lines = train("--epochs", "3", "--batch", "30", "--seed", "5", "--json").json();

    assertThat(lines).hasSize(4);
    for (int i = 0; i < 3; i++) {
      JsonNode line = lines.get(i);
      assertThat(CliRun.keys(line))
          .containsExactly("epoch", "seconds", "loss", "accuracy", "valLoss", "valAccuracy");
      assertThat(line.get("epoch").isInt()).isTrue();
      assertThat(line.get("epoch").intValue()).isEqualTo(i + 1);
      assertThat(line.get("seconds").doubleValue()).isPositive();
      assertThat(line.get("loss").doubleValue()).isPositive();
      assertThat(line.get("valLoss").doubleValue()).isPositive();
      assertThat(line.get("accuracy").doubleValue()).isBetween(0.0, 1.0);
      assertThat(line.get("valAccuracy").doubleValue()).isBetween(0.0, 1.0);
    }
    JsonNode last = lines.get(3);
    assertThat(CliRun.keys(last))
        .containsExactly("model", "parameters", "recipe", "seed", "seconds", "valAccuracy", "file");
    assertThat(last.get("model").textValue()).isEqualTo("conv-gru");
    assertThat(last.get("parameters").intValue()).isEqualTo(28_506);
    assertThat(last.get("recipe").textValue()).isEqualTo("best");
    assertThat(last.get("seed").longValue()).isEqualTo(5);
    assertThat(last.get("file").textValue()).isEqualTo(out().toString());
    assertThat(last.get("valAccuracy")).isEqualTo(lines.get(2).get("valAccuracy"));
    double seconds = 0;
    for (JsonNode line : lines.subList(0, 3)) {
      seconds += line.get("seconds").doubleValue();
    }
    assertThat(last.get("seconds").doubleValue()).isCloseTo(seconds, within(1e-9));

    JsonNode measured =
        run("evaluate", "--json", "--model", out().toString(), "--data", data.toString())
            .json()
            .get(0);
    assertThat(CliRun.keys(measured))
        .containsExactly("model", "parameters", "samples", "accuracy", "loss", "ece", "confusion");
    assertThat(measured.get("model").textValue()).isEqualTo(out().toString());
    assertThat(measured.get("samples").intValue()).isEqualTo(TEST);
    assertThat(measured.get("accuracy")).isEqualTo(last.get("valAccuracy"));
    assertThat(measured.get("ece").doubleValue())
        .isEqualTo(ModelFile.read(out()).card().calibrationError());
    assertThat(measured.get("loss")).isNotEqualTo(lines.get(2).get("valLoss"));
    assertThat(ModelFile.read(out()).calibration()).isNotEqualTo(Calibration.NONE);
    assertThat(folder.resolve("model.safetensors.checkpoint")).doesNotExist();
  }

  @Test
  void leavesACard() {
    train("--epochs", "2", "--batch", "30", "--recipe", "reference", "--json").json();

    Model model = ModelFile.read(out());

    assertThat(model.card().command())
        .isEqualTo(
            "java -jar target/digitpad.jar train --model conv-gru --recipe reference --epochs 2"
                + " --batch 30 --seed 1 --out model.safetensors");
    assertThat(model.card().recipe()).isEqualTo("reference");
    assertThat(model.card().batchSize()).isEqualTo(30);
    assertThat(model.card().learningRate()).isEqualTo(0.001);
    assertThat(model.card().trainedOn()).isEqualTo(TRAIN);
    assertThat(model.card().validatedOn()).isEqualTo(TEST);
    assertThat(model.card().history()).extracting(EpochMetrics::epoch).containsExactly(1, 2);
    assertThat(model.card().latencyMicros()).isPositive();
    assertThat(model.card().strokesAccuracy()).isNull();
    assertThat(model.card().dataSha256()).hasSize(4);
  }

  @Test
  void trainsOnTheBuiltinDigits() {
    String out = out().toString();

    List<JsonNode> lines =
        run("train", "--data", "builtin", "--epochs", "1", "--out", out, "--json").json();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("valAccuracy").doubleValue()).isGreaterThan(0.9);
    Model model = ModelFile.read(out());
    assertThat(model.card().command()).contains(" --data builtin ");
    assertThat(model.card().trainedOn()).isEqualTo(60_000);
  }

  @Test
  void trainsAtAnotherRate() {
    train("--epochs", "1", "--rate", "1e-4", "--json").json();
    Model slow = ModelFile.read(out());

    train("--epochs", "1", "--json").json();

    assertThat(slow.card().learningRate()).isEqualTo(1e-4);
    assertThat(slow.card().command()).contains(" --epochs 1 --rate 0.0001 --seed 1 ");
    assertThat(slow.parameters()).isNotEqualTo(ModelFile.read(out()).parameters());
  }

  @Test
  void showsEpochsInTheFormOfTheContract() {
    String[] options = {"--epochs", "2", "--batch", "2147483647", "--threads", "1"};

    CliRun run = CliRun.atTerminal(folder, arguments(out().toString(), options));

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(3);
    for (int epoch = 1; epoch <= 2; epoch++) {
      assertThat(run.lines().get(epoch - 1))
          .matches(
              "Epoch "
                  + epoch
                  + "/2 - \\d+\\.\\ds - loss: \\d\\.\\d{4} - acc: [01]\\.\\d{4}"
                  + " - val_loss: \\d\\.\\d{4} - val_acc: [01]\\.\\d{4}");
    }
    assertThat(run.lines().get(2))
        .matches("conv-gru: \\d+\\.\\d\\d% of the validation images, .* written to .*");
    assertThat(run.err())
        .contains("epoch 2/2", "images/s", "s left", "100%")
        .matches(text -> text.strip().isEmpty() || text.endsWith("\r"), "wipes its progress bar");
  }

  @Test
  void drawsNoBarWhereNobodyWatches() {
    CliRun run = train("--epochs", "1");

    assertThat(run.lines()).hasSize(2);
    assertThat(run.err()).doesNotContain("\r");
  }

  @Test
  void measuresStrokesForTheCard() throws IOException {
    Path strokes = folder.resolve("strokes.jsonl");
    StrokesFile.write(strokes, MnistLikeDigits.drawings(20, 9));

    train("--epochs", "1", "--strokes", strokes.toString(), "--json").json();

    Model model = ModelFile.read(out());
    assertThat(model.card().strokes()).isEqualTo(20);
    JsonNode measured =
        run("evaluate", "--json", "--model", out().toString(), "--strokes", strokes.toString())
            .json()
            .get(0);
    assertThat(measured.get("accuracy").doubleValue()).isEqualTo(model.card().strokesAccuracy());
  }

  @Test
  void refusesStrokesWithoutLabelsBeforeTraining() throws IOException {
    Path strokes = folder.resolve("strokes.jsonl");
    StrokesFile.write(strokes, List.of(new LabeledDrawing(null, null, Drawing.BLANK)));

    CliRun run = train("--epochs", "1", "--strokes", strokes.toString(), "--json");

    assertThat(run.refused()).endsWith("has no label; give labelled strokes.");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesPlacesThatNoModelCanGoTo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    String inFile = file.resolve("model.safetensors").toString();

    assertThat(trainTo(folder.toString()).refused())
        .isEqualTo("--out " + folder + " is a folder; name a file in it.");
    assertThat(trainTo(inFile).refused())
        .isEqualTo("The folder " + file + " for --out cannot be made; name another place.");
    trainTo("").refused();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesToReplaceAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    CliRun run = trainTo(pipe.toString());

    assertThat(run.refused())
        .isEqualTo("--out " + pipe + " is a pipe or a device; name a file that can be replaced.");
    assertThat(run.out()).isEmpty();
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writesTheModelWhereALinkLeads() throws IOException {
    Path link = Files.createSymbolicLink(out(), Path.of("real.safetensors"));

    train("--epochs", "1", "--json").json();

    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("real.safetensors")).isRegularFile();
  }

  @Test
  void refusesAFolderThatMayNotBeWrittenTo() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeThat(locked.toFile().setWritable(false, false) && !Files.isWritable(locked)).isTrue();

    assertThat(trainTo(locked.resolve("m.safetensors").toString()).refused())
        .isEqualTo("--out " + locked + "/m.safetensors cannot be written; name another place.");
  }

  /** To root every folder looks writable, also those of the kernel. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesAFolderThatOnlyLooksWritable() {
    assertThat(trainTo("/proc/m.safetensors").refused())
        .isEqualTo("--out /proc/m.safetensors cannot be written; name another place.");
  }

  @Test
  void refusesANameThatIsTooLong() {
    String name = "m".repeat(250) + ".safetensors";

    CliRun run = trainTo(folder.resolve(name).toString());

    assertThat(run.refused()).startsWith("--out " + folder.resolve(name) + " cannot be written");
    assertThat(run.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesACheckpointThatIsNotItsOwn() throws IOException {
    Path checkpoint = folder.resolve("model.safetensors.checkpoint");
    Files.writeString(checkpoint, "something else");

    assertThat(train("--epochs", "1", "--resume", "--json").refused())
        .isEqualTo(
            "The checkpoint " + checkpoint + " is damaged; delete it, or train without --resume.");
    assertThat(checkpoint).hasContent("something else");
    assertThat(out()).doesNotExist();
  }

  @Test
  void refusesACheckpointThatCannotBeWritten() throws IOException {
    Path checkpoint = folder.resolve("model.safetensors.checkpoint");
    Files.createDirectories(checkpoint.resolve("not-empty"));

    CliRun run = train("--epochs", "1", "--json");

    assertThat(run.refused())
        .isEqualTo(
            "The checkpoint "
                + checkpoint
                + " cannot be written (not a regular file); name another place.");
    assertThat(run.out()).isEmpty();
    assertThat(out()).doesNotExist();
  }

  @Test
  void startsFromTheStartWhereThereIsNothingToResume() {
    assertThat(train("--epochs", "1", "--resume", "--json").json()).hasSize(2);
  }

  /** The whole program in a process of its own, killed without a chance to clean up. */
  @Test
  @Timeout(60)
  void goesOnAfterBeingKilledToTheSameWeights() throws Exception {
    String[] options = {"--epochs", "30", "--batch", "60", "--json"};
    Process process = launch(options);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(CliRun.jsonLines(output.readLine())).hasSize(1);
      assertThat(CliRun.jsonLines(output.readLine())).hasSize(1);
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("was killed before its end").isNotZero();
    } finally {
      process.destroyForcibly();
    }
    assertThat(out()).doesNotExist();

    String[] resuming = Arrays.copyOf(options, options.length + 1);
    resuming[options.length] = "--resume";
    List<JsonNode> resumed = train(resuming).json();
    Model model = ModelFile.read(out());
    List<JsonNode> unbroken = train(options).json();

    assertThat(resumed).hasSizeBetween(2, 29);
    assertThat(unbroken).hasSize(31);
    assertThat(model.parameters()).isEqualTo(ModelFile.read(out()).parameters());
    assertThat(model.card().history()).hasSize(30);
    assertThat(resumed.get(resumed.size() - 1).get("valAccuracy"))
        .isEqualTo(unbroken.get(30).get("valAccuracy"));
  }

  /** ND4J and its natives log and print as they like; none of it may reach standard output. */
  @Test
  @Timeout(60)
  void printsNothingButJsonAsAProgram() throws Exception {
    Process process = launch("--epochs", "1", "--json");

    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(CliRun.jsonLines(printed)).hasSize(2);
    assertThat(folder.resolve("err.txt")).isEmptyFile();
  }

  private Process launch(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
    command.addAll(Arrays.asList(arguments(out().toString(), options)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DIGITPAD_HOME", folder.toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectError(folder.resolve("err.txt").toFile());
    return builder.start();
  }

  private CliRun train(String... options) {
    return run(arguments(out().toString(), options));
  }

  private CliRun trainTo(String out) {
    return run(arguments(out, "--epochs", "1"));
  }

  private static String[] arguments(String out, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("train", "--data", data.toString(), "--out", out));
    arguments.addAll(Arrays.asList(options));
    return arguments.toArray(String[]::new);
  }

  private CliRun run(String... arguments) {
    return CliRun.of(folder, arguments);
  }

  private Path out() {
    return folder.resolve("model.safetensors");
  }
}
