package org.digitpad.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.digitpad.Launcher;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code train} does with a model and checkpoints that are there already, or in use. */
final class CliTrainedFilesTest {
  @TempDir private static Path shared;

  /** A finished model of three epochs. */
  private static Path finished;

  /** Has checkpoints of the same run after its first epoch and its second. */
  private static Path unfinished;

  @TempDir private Path folder;
  private Path out;
  private Path checkpoint;

  @BeforeAll
  static void train() throws Exception {
    MnistLikeDigits.writeFolder(shared.resolve("mnist"), 120, 60);
    finished = shared.resolve("finished.safetensors");
    run(finished, "--epochs", "3", "--json").done();
    unfinished = shared.resolve("unfinished.safetensors");
    kill(startStuck(unfinished));
  }

  @BeforeEach
  void setUp() {
    out = folder.resolve("m.safetensors");
    checkpoint = folder.resolve("m.safetensors.checkpoint");
  }

  @Test
  void refusesToReplaceAFileWithoutForce() throws IOException {
    Files.writeString(out, "of the user");

    assertThat(run(out).refused())
        .isEqualTo(
            "--out " + out + " exists already; name another file, or replace it with --force.");

    assertThat(out).hasContent("of the user");
    assertThat(files()).containsExactly("m.safetensors");
    run(out, "--force", "--json").done();
    assertThat(ModelFile.read(out).card().epochs()).isEqualTo(1);
    assertThat(files()).containsExactly("m.safetensors");
  }

  @Test
  void refusesToStartOverAnUnfinishedTrainingWithoutForce() throws IOException {
    copyUnfinished();
    byte[] before = Files.readAllBytes(checkpoint);

    assertThat(run(out, "--epochs", "3").refused())
        .isEqualTo(
            "There is an unfinished training of "
                + out
                + "; continue it with --resume, or start over with --force.");

    assertThat(checkpoint).hasBinaryContent(before);
    assertThat(epochs(run(out, "--epochs", "3", "--force", "--json"))).containsExactly(1, 2, 3);
  }

  @Test
  void aFinishedTrainingIsNotRepeated() throws IOException {
    Files.copy(finished, out);

    CliRun again = run(out, "--epochs", "3", "--resume", "--json");

    assertThat(again.exitCode()).isZero();
    assertThat(again.err().strip())
        .isEqualTo("This training is finished; its model is in " + out + ".");
    List<JsonNode> lines = CliRun.jsonLines(again.out());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).get("file").textValue()).isEqualTo(out.toString());
    assertThat(lines.get(0).get("valAccuracy").doubleValue())
        .isEqualTo(ModelFile.read(finished).card().valAccuracy());
    assertThat(out).hasSameBinaryContentAs(finished);
    assertThat(files()).containsExactly("m.safetensors");
  }

  @Test
  void refusesToResumeWhatIsNotThisTraining() throws IOException {
    String refusal =
        "--out "
            + out
            + " exists, but is not the model of this training, and there is no checkpoint to resume"
            + " from; give the same options and data, or replace it with --force.";

    Files.copy(finished, out);
    assertThat(run(out, "--epochs", "2", "--resume").refused()).isEqualTo(refusal);
    assertThat(run(out, "--epochs", "3", "--seed", "2", "--resume").refused()).isEqualTo(refusal);
    assertThat(out).hasSameBinaryContentAs(finished);
    ModelFile.write(Models.numbered(), out);
    assertThat(run(out, "--resume").refused()).isEqualTo(refusal);
    Files.writeString(out, "no model at all");
    assertThat(run(out, "--resume").refused()).isEqualTo(refusal);
    assertThat(out).hasContent("no model at all");
  }

  @Test
  void goesOnFromTheCheckpointBeforeADamagedOneToTheSameWeights() throws IOException {
    copyUnfinished();
    byte[] damaged = Files.readAllBytes(checkpoint);
    damaged[damaged.length / 2] ^= 1;
    Files.write(checkpoint, damaged);

    CliRun resumed = run(out, "--epochs", "3", "--resume", "--json");

    assertThat(resumed.exitCode()).isZero();
    assertThat(epochs(resumed)).containsExactly(2, 3);
    assertThat(resumed.err().strip())
        .matches(
            "The checkpoint \\S+m\\.safetensors\\.checkpoint is damaged and has been renamed to"
                + " m\\.safetensors\\.checkpoint\\.damaged-\\d{8}-\\d{6}; training continues after"
                + " epoch 1, from the checkpoint before\\.");
    assertThat(ModelFile.read(out).parameters()).isEqualTo(ModelFile.read(finished).parameters());
    Path aside = folder.resolve(files().get(1));
    assertThat(aside).hasBinaryContent(damaged);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writesNoCheckpointThroughALink() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "of somebody");
    Files.createSymbolicLink(checkpoint, target);

    assertThat(run(out, "--force").refused())
        .isEqualTo(
            "The checkpoint "
                + checkpoint
                + " cannot be written (it is a symbolic link); name another place.");
    assertThat(target).hasContent("of somebody");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesAWriteProtectedModel() throws IOException {
    Files.writeString(out, "protected");
    assertThat(out.toFile().setReadOnly()).isTrue();

    assertThat(run(out, "--force").refused())
        .isEqualTo(
            "--out " + out + " cannot be written (it is write-protected); name another place.");
    assertThat(out).hasContent("protected");
  }

  /** Standard output may be a file, which would be replaced. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesStandardOutput() throws Exception {
    Path target = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command(Launcher.class, Path.of("/dev/stdout"), "--force"))
            .redirectOutput(target.toFile())
            .start();

    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(error.strip()).startsWith("--out /dev/stdout ").endsWith(".").hasLineCount(1);
    assertThat(target).isEmptyFile();
    assertThat(files()).containsExactly("out.txt");
  }

  @Test
  void refusesTheFileOfALivingTraining() throws Exception {
    Process process = startStuck(out);
    try {
      for (String option : List.of("--json", "--resume", "--force")) {
        assertThat(run(out, "--epochs", "3", option).refused())
            .isEqualTo(
                "The command line (process "
                    + process.pid()
                    + ") is training "
                    + out
                    + "; wait until it has finished, or name another file.");
      }
    } finally {
      kill(process);
    }

    assertThat(epochs(run(out, "--epochs", "3", "--resume", "--json"))).containsExactly(3);
    assertThat(files()).containsExactly("m.safetensors");
  }

  /** Files may grow to 64 blocks of a kilobyte only, so that there is no room for a checkpoint. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void noticesAFullDiskBeforeTheFirstEpoch() throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "-"));
    command.addAll(command(Launcher.class, out, "--epochs", "1"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(printed.strip())
        .isEqualTo(
            checkpoint + " cannot be written (File too large); correct that, then train again.");
    assertThat(files()).isEmpty();
  }

  /** The images of MNIST alone take more than the heap. */
  @Test
  void saysHowMuchMemoryIsNeeded() throws Exception {
    List<String> command = command(Launcher.class, out);
    command.set(command.indexOf("--data") + 1, "builtin");
    command.add(1, "-Xmx48m");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(printed.strip())
        .isEqualTo(
            "The training needs about 256 MB of memory, but Java may use only 48 MB; allow it more"
                + " with java -Xmx256m.");
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--force"})
  void doesNotReplaceAFileThatComesWhileItTrains(String force) throws Exception {
    List<String> arguments = new ArrayList<>(arguments(out, "--epochs", "1", "--json"));
    if (!force.isEmpty()) {
      Files.writeString(out, "older");
      arguments.add(force);
    }
    CliRun run =
        CliRun.interrupted(
            shared,
            () -> Files.copy(finished, out, REPLACE_EXISTING),
            arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip())
        .isEqualTo(
            out
                + " is not replaced, as another file has come there since the training began; move"
                + " it away, then continue with --resume, or replace it with --resume --force.");
    assertThat(out).hasSameBinaryContentAs(finished);
    assertThat(files()).containsExactly("m.safetensors", "m.safetensors.checkpoint");

    assertThat(run(out, "--resume").refused())
        .isEqualTo(
            "--out "
                + out
                + " exists, but is not the model of this training; move it away, then continue with"
                + " --resume, or replace it with --resume --force.");
    assertThat(out).hasSameBinaryContentAs(finished);
    assertThat(epochs(run(out, "--resume", "--force", "--json"))).isEmpty();
    assertThat(files()).containsExactly("m.safetensors");
  }

  /** As after a kill between writing the model and deleting the checkpoints. */
  @Test
  void resumesOverItsOwnModel() throws IOException {
    copyUnfinished();
    Files.copy(finished, out);
    assertThat(epochs(run(out, "--epochs", "3", "--resume", "--json"))).containsExactly(3);
    assertThat(files()).containsExactly("m.safetensors");
  }

  private void copyUnfinished() throws IOException {
    for (String end : List.of(".checkpoint", ".checkpoint.previous")) {
      Files.copy(Path.of(unfinished + end), Path.of(out + end));
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Integer> epochs(CliRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return CliRun.jsonLines(run.out()).stream()
        .filter(line -> line.has("epoch"))
        .map(line -> line.get("epoch").intValue())
        .toList();
  }

  /** Starts a training in a program of its own, which stops for ever after its second epoch. */
  private static Process startStuck(Path out) throws IOException {
    Process process =
        new ProcessBuilder(
                command(CliTrainingTest.StuckAfterTwoEpochs.class, out, "--epochs", "3", "--json"))
            .redirectError(shared.resolve("err.txt").toFile())
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (int epoch = 1; epoch <= 2; epoch++) {
      assertThat(output.readLine()).contains("\"epoch\":" + epoch);
    }
    return process;
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private static List<String> command(Class<?> program, Path out, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                // compiles little, which saves more than faster code would
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(arguments(out, options));
    return command;
  }

  private static CliRun run(Path out, String... options) {
    return CliRun.of(shared, arguments(out, options).toArray(String[]::new));
  }

  private static List<String> arguments(Path out, String... options) {
    String data = shared.resolve("mnist").toString();
    List<String> arguments =
        new ArrayList<>(List.of("train", "--model", "mlp", "--batch", "60", "--data", data));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(Arrays.asList(options));
    if (!arguments.contains("--epochs")) {
      arguments.addAll(List.of("--epochs", "1"));
    }
    return arguments;
  }
}
