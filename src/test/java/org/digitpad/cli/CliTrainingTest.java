package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.digitpad.Launcher;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Training on a few digits. Tests to which the network does not matter train the MLP, which takes
 * the least time.
 */
final class CliTrainingTest {
  private static final int TRAIN = 120;
  private static final int TEST = 60;

  @TempDir private static Path data;
  @TempDir private Path folder;

  @BeforeAll
  static void writeData() {
    MnistLikeDigits.writeFolder(data, TRAIN, TEST);
  }

  /** A training of the default network, and what can be seen of it. */
  @Nested
  class DefaultNetwork {
    private static final int EPOCHS = 3;
    private static final int DRAWINGS = 20;

    @TempDir private static Path shared;
    private static Path strokes;
    private static Path model;
    private static List<JsonNode> lines;

    @BeforeAll
    static void train() throws IOException {
      strokes = shared.resolve("strokes.jsonl");
      StrokesFile.write(strokes, MnistLikeDigits.drawings(DRAWINGS, 9));
      model = shared.resolve("model.safetensors");
      String[] options = {
        "--epochs", "3", "--batch", "30", "--seed", "5", "--strokes", strokes.toString(), "--json"
      };
      lines = CliRun.of(shared, arguments(model.toString(), options)).json();
    }

    @Test
    void printsALineForEachEpochAndOneForTheModel() {
      assertThat(lines).hasSize(EPOCHS + 1);
      for (int i = 0; i < EPOCHS; i++) {
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
      JsonNode last = lines.get(EPOCHS);
      assertThat(CliRun.keys(last))
          .containsExactly(
              "model", "parameters", "recipe", "seed", "seconds", "valAccuracy", "file");
      assertThat(last.get("model").textValue()).isEqualTo("conv-gru");
      assertThat(last.get("parameters").intValue()).isEqualTo(28_506);
      assertThat(last.get("recipe").textValue()).isEqualTo("best");
      assertThat(last.get("seed").longValue()).isEqualTo(5);
      assertThat(last.get("file").textValue()).isEqualTo(model.toString());
      assertThat(last.get("valAccuracy")).isEqualTo(lines.get(EPOCHS - 1).get("valAccuracy"));
      double seconds = 0;
      for (JsonNode line : lines.subList(0, EPOCHS)) {
        seconds += line.get("seconds").doubleValue();
      }
      assertThat(last.get("seconds").doubleValue()).isCloseTo(seconds, within(1e-9));
      assertThat(shared.resolve("model.safetensors.checkpoint")).doesNotExist();
    }

    @Test
    void evaluatesToTheReportedMetrics() {
      JsonNode measured = evaluate("--data", data.toString());

      assertThat(CliRun.keys(measured))
          .containsExactly(
              "model", "parameters", "samples", "accuracy", "loss", "ece", "confusion");
      assertThat(measured.get("model").textValue()).isEqualTo(model.toString());
      assertThat(measured.get("samples").intValue()).isEqualTo(TEST);
      assertThat(measured.get("accuracy")).isEqualTo(lines.get(EPOCHS).get("valAccuracy"));
      assertThat(measured.get("ece").doubleValue())
          .isEqualTo(ModelFile.read(model).card().calibrationError());
    }

    @Test
    void isCalibrated() {
      JsonNode measured = evaluate("--data", data.toString());

      assertThat(measured.get("loss")).isNotEqualTo(lines.get(EPOCHS - 1).get("valLoss"));
      assertThat(ModelFile.read(model).calibration()).isNotEqualTo(Calibration.NONE);
    }

    @Test
    void isEvaluatedOnStrokesForItsCard() {
      Model trained = ModelFile.read(model);

      JsonNode measured = evaluate("--strokes", strokes.toString());

      assertThat(trained.card().strokes()).isEqualTo(DRAWINGS);
      assertThat(measured.get("accuracy").doubleValue())
          .isEqualTo(trained.card().strokesAccuracy());
    }

    private static JsonNode evaluate(String option, String value) {
      return CliRun.of(shared, "evaluate", "--json", "--model", model.toString(), option, value)
          .json()
          .get(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"lstm, 81674", "mlp, 235146"})
  void trainsAndUsesTheOtherNetworksToo(String name, int parameters) throws IOException {
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
  void writesACard() {
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
    String[] arguments = {
      "train", "--data", "builtin", "--model", "mlp", "--recipe", "reference", "--epochs", "1"
    };

    List<JsonNode> lines = run(with(arguments, "--out", out().toString(), "--json")).json();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("valAccuracy").doubleValue()).isGreaterThan(0.85);
    Model model = ModelFile.read(out());
    assertThat(model.card().command()).contains(" --data builtin ");
    assertThat(model.card().trainedOn()).isEqualTo(60_000);
  }

  @Test
  void trainsAtAnotherLearningRate() {
    trainMlp("--epochs", "1", "--rate", "1e-4", "--json").json();
    Model slow = ModelFile.read(out());

    trainMlp("--epochs", "1", "--force", "--json").json();

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
        .matches("conv-gru: \\d+\\.\\d\\d% validation accuracy .* written to .*");
    assertThat(run.err())
        .contains("epoch 2/2", "images/s", "s left", "100%")
        .matches(text -> text.strip().isEmpty() || text.endsWith("\r"), "erases its progress bar");
  }

  @Test
  void drawsNoBarIfStandardErrorIsNoTerminal() {
    CliRun run = trainMlp("--epochs", "1");

    assertThat(run.lines()).hasSize(2);
    assertThat(run.err()).doesNotContain("\r");
  }

  @Test
  void refusesStrokesWithoutLabelsBeforeTraining() throws IOException {
    Path strokes = folder.resolve("strokes.jsonl");
    StrokesFile.write(strokes, List.of(new LabeledDrawing(null, null, Drawing.BLANK)));

    CliRun run = train("--epochs", "1", "--strokes", strokes.toString(), "--json");

    assertThat(run.refused()).contains(strokes.toString(), "no label");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesPlacesThatNoModelCanGoTo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    String inFile = file.resolve("model.safetensors").toString();

    assertThat(trainTo(folder.toString()).refused())
        .isEqualTo("--out " + folder + " is a folder; name a file in it.");
    assertThat(trainTo(inFile).refused())
        .isEqualTo(
            "The folder "
                + file
                + " for --out cannot be created (a file is in the way); name another place.");
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
  void writesTheModelToTheTargetOfALink() throws IOException {
    Path link = Files.createSymbolicLink(out(), Path.of("real.safetensors"));

    trainMlp("--epochs", "1", "--json").json();

    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("real.safetensors")).isRegularFile();
  }

  @Test
  void refusesAFolderThatMayNotBeWrittenTo() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeThat(locked.toFile().setWritable(false, false) && !Files.isWritable(locked)).isTrue();

    assertThat(trainTo(locked.resolve("m.safetensors").toString()).refused())
        .isEqualTo(
            "--out "
                + locked
                + "/m.safetensors cannot be written (permission denied); name another place.");
  }

  /** To root every folder looks writable, also those of the kernel. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesAFolderThatOnlyLooksWritable() {
    assertThat(trainTo("/proc/m.safetensors").refused())
        .startsWith("--out /proc/m.safetensors cannot be written (");
  }

  @Test
  void refusesANameThatIsTooLong() {
    String name = "m".repeat(250) + ".safetensors";

    CliRun run = trainTo(folder.resolve(name).toString());

    assertThat(run.refused())
        .startsWith("--out " + folder)
        .contains("safetensors cannot be written");
    assertThat(run.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesADamagedCheckpoint() throws IOException {
    Path checkpoint = folder.resolve("model.safetensors.checkpoint");
    Files.writeString(checkpoint, "something else");

    assertThat(train("--epochs", "1", "--resume", "--json").refused())
        .isEqualTo(Messages.get("train.checkpoint.damaged", checkpoint));
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
  void startsAnewIfThereIsNoCheckpointToResumeFrom() {
    assertThat(trainMlp("--epochs", "1", "--resume", "--json").json()).hasSize(2);
  }

  /** The program in a process of its own, which is killed without a chance to clean up. */
  @Test
  void resumesAfterBeingKilledToTheSameWeights() throws Exception {
    String[] options = {"--epochs", "4", "--batch", "60", "--json"};
    Process process = start(StuckAfterTwoEpochs.class, options);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(CliRun.jsonLines(output.readLine())).hasSize(1);
      assertThat(CliRun.jsonLines(output.readLine())).hasSize(1);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(out()).doesNotExist();

    List<JsonNode> resumed = train(with(options, "--resume")).json();
    Model model = ModelFile.read(out());
    List<JsonNode> uninterrupted = train(with(options, "--force")).json();

    assertThat(resumed).hasSize(3);
    assertThat(uninterrupted).hasSize(5);
    assertThat(model.parameters()).isEqualTo(ModelFile.read(out()).parameters());
    assertThat(model.card().history()).hasSize(4);
    assertThat(resumed.get(2).get("valAccuracy"))
        .isEqualTo(uninterrupted.get(4).get("valAccuracy"));
  }

  /** Trains until two epochs are reported, and then waits to be killed. */
  static final class StuckAfterTwoEpochs {
    public static void main(String[] arguments) {
      Writer out =
          new OutputStreamWriter(System.out, StandardCharsets.UTF_8) {
            private long lines;

            @Override
            public void write(char[] text, int offset, int length) throws IOException {
              lines += CharBuffer.wrap(text, offset, length).chars().filter(c -> c == '\n').count();
              super.write(text, offset, length);
            }

            @Override
            public void write(String text, int offset, int length) throws IOException {
              lines +=
                  text.substring(offset, offset + length).chars().filter(c -> c == '\n').count();
              super.write(text, offset, length);
            }

            @Override
            public void flush() throws IOException {
              super.flush();
              if (lines >= 2) {
                awaitDeath();
              }
            }
          };
      new Cli(out, new PrintWriter(System.err), System.getenv()).run(arguments);
    }

    private static void awaitDeath() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** ND4J and its native libraries log and print, but nothing may reach standard output. */
  @Test
  void printsNothingButJsonAsAProgram() throws Exception {
    Process process = start(Launcher.class, "--model", "mlp", "--epochs", "1", "--json");

    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(CliRun.jsonLines(printed)).hasSize(2);
    assertThat(folder.resolve("err.txt")).isEmptyFile();
  }

  private Process start(Class<?> program, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                // compiles little, which saves more than faster code would
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
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

  private CliRun trainMlp(String... options) {
    return train(with(options, "--model", "mlp"));
  }

  private CliRun trainTo(String out) {
    return run(arguments(out, "--epochs", "1"));
  }

  private static String[] arguments(String out, String... options) {
    return with(new String[] {"train", "--data", data.toString(), "--out", out}, options);
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  private CliRun run(String... arguments) {
    return CliRun.of(folder, arguments);
  }

  private Path out() {
    return folder.resolve("model.safetensors");
  }
}
