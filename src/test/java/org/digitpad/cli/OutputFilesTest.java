package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.io.AtomicFiles;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command writes to a file that it reads, whatever the file is called. */
@DisabledOnOs(OS.WINDOWS)
final class OutputFilesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mnist/train-images-idx3-ubyte.gz",
        "mnist/train-labels-idx1-ubyte.gz",
        "mnist/t10k-images-idx3-ubyte.gz",
        "mnist/t10k-labels-idx1-ubyte.gz",
        "./mnist/./t10k-labels-idx1-ubyte.gz",
        "folder-link/t10k-labels-idx1-ubyte.gz",
        "link",
        "link-to-link",
        "hard-link",
      })
  void trainKeepsTheFilesOfMnist(String out) throws IOException {
    writeMnist();

    assertRefused(out, "train --epochs 1 --model mlp --data mnist --out " + out);
    assertRefused(out, "train --epochs 1 --model mlp --data folder-link --force --out " + out);
  }

  /** The missing file would be downloaded first, and replaced afterwards. */
  @Test
  void trainKeepsAFileThatIsNotThereYet() throws IOException {
    Files.createDirectory(folder.resolve("mnist"));
    String out = "mnist/t10k-labels-idx1-ubyte.gz";

    assertRefused(out, "train --epochs 1 --out " + out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m.safetensors",
        "m.safetensors.checkpoint",
        "m.safetensors.checkpoint.previous",
        ".m.safetensors.lock"
      })
  void trainKeepsItsOtherInputsToo(String input) throws IOException {
    Path file = folder.resolve(input);

    KaggleFixture.writeTrain(file, MnistLikeDigits.images(20, 1));
    assertRefused(input, "train --epochs 1 --model mlp --data " + input + " --out m.safetensors");

    StrokesFile.write(file, MnistLikeDigits.drawings(3, 1));
    String strokes = " --strokes " + input + " --out m.safetensors";
    assertRefused(input, "train --epochs 1 --model mlp --data builtin" + strokes);
    assertRefused(input, "train --epochs 1 --model mlp --data builtin --resume --force" + strokes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"m.safetensors", "./m.safetensors", "model-link", "hard-link"})
  void exportAndKaggleKeepTheModelAndTheImages(String out) throws IOException {
    Path model = folder.resolve("m.safetensors");
    ModelFile.write(Models.numbered(), model);
    Files.createSymbolicLink(folder.resolve("model-link"), Path.of("m.safetensors"));
    Files.createLink(folder.resolve("hard-link"), model);
    KaggleFixture.writeTest(folder.resolve("test.csv"), MnistLikeDigits.images(2, 1));

    assertRefused(out, "export --model m.safetensors --out " + out);
    assertRefused(out, "kaggle --model m.safetensors --test test.csv --out " + out);
    assertRefused("test.csv", "kaggle --model m.safetensors --test test.csv --out test.csv");
  }

  /** A file that happens to be called as a bundled model is not that model. */
  @Test
  void replacesAFileOfTheNameOfABundledModel() throws IOException {
    Path out = Files.writeString(folder.resolve("conv-gru"), "older");

    CliRun.of(folder, "export", "--out", out.toString()).done();

    assertThat(Files.size(out)).isGreaterThan(100_000);
  }

  @Test
  void noFileOfARunningTrainingIsReplaced() throws IOException {
    RunFiles files = new RunFiles(folder.resolve("m.safetensors"));
    try (RunLock lock = RunLock.acquire(files, RunLock.Holder.COMMAND_LINE)) {
      assertThat(lock).isNotNull();
      for (String name :
          List.of(
              "m.safetensors", "m.safetensors.checkpoint", "m.safetensors.checkpoint.previous")) {
        assertThat(CliRun.of(folder, "export", "--out", folder.resolve(name).toString()).refused())
            .contains("m.safetensors", String.valueOf(ProcessHandle.current().pid()));
        assertThat(folder.resolve(name)).doesNotExist();
      }
    }
  }

  /** Each of two trainings would report success, and one model would remain. */
  @Test
  void linksToOneFileAreOneFile() throws IOException {
    Path model = folder.toRealPath().resolve("m.safetensors");
    Path link = Files.createSymbolicLink(folder.resolve("link.safetensors"), model);

    assertThat(new RunFiles(link)).isEqualTo(new RunFiles(model));
  }

  /** By a hard link in the temporary folder, which is all that could be lost. */
  @Test
  void noJarOfTheProgramIsReplaced() throws IOException {
    Path jar =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .findFirst()
            .orElseThrow();
    Path link = folder.resolve("link");
    try {
      Files.createLink(link, jar);
    } catch (IOException otherDisk) {
      assumeThat(otherDisk).as("the jar is on another disk").isNull();
    }
    long size = Files.size(link);

    assertThat(CliRun.of(folder, "export", "--out", link.toString()).refused())
        .isEqualTo(
            "--out " + link + " cannot be written (it is a part of DigitPad); name another place.");
    assertThatThrownBy(() -> AtomicFiles.write(link, new byte[1]))
        .as("what the window saves")
        .hasMessageContaining("it is a part of DigitPad");
    assertThat(Files.size(link)).isEqualTo(size);
  }

  @Test
  void resumingKeepsAFileThatIsNoModel() throws IOException {
    Path out = Files.writeString(folder.resolve("m.safetensors"), "precious");
    Files.writeString(new RunFiles(out).checkpoint(), "whatever");

    String train = "train --model mlp --data builtin --resume --out " + out;
    assertThat(CliRun.of(folder, train.split(" ")).refused())
        .isEqualTo(
            "--out "
                + out
                + " exists, but is not the model of this training; move it away, then continue with"
                + " --resume, or replace it with --resume --force.");
    assertThat(out).hasContent("precious");
  }

  private void writeMnist() throws IOException {
    Path mnist = MnistLikeDigits.writeFolder(folder.resolve("mnist"), 20, 10);
    Path labels = mnist.resolve("t10k-labels-idx1-ubyte.gz");
    Files.createSymbolicLink(folder.resolve("folder-link"), mnist);
    Files.createSymbolicLink(folder.resolve("link"), labels);
    Files.createSymbolicLink(folder.resolve("link-to-link"), Path.of("link"));
    Files.createLink(folder.resolve("hard-link"), labels);
  }

  /** Expects a sentence about the file, and that nothing was touched. */
  private void assertRefused(String file, String command) throws IOException {
    Map<String, String> before = contents();

    // only names of files in the folder have a dot or are links
    String[] arguments = command.split(" ");
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i - 1].matches("--(data|out|strokes|test|model)")
          && !arguments[i].matches("builtin|mlp")) {
        arguments[i] = folder + "/" + arguments[i];
      }
    }
    String sentence = CliRun.of(folder, arguments).refused();

    assertThat(sentence)
        .isEqualTo(
            folder
                + "/"
                + file
                + " is read as input and would be overwritten; name another file to write.");
    assertThat(contents()).isEqualTo(before);
  }

  private Map<String, String> contents() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.collect(
          Collectors.toMap(Path::toString, OutputFilesTest::content, (a, b) -> a, TreeMap::new));
    }
  }

  private static String content(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.getLastModifiedTime(file)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
