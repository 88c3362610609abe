package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.io.SpecialFiles;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models and data that are not what they should be, in all commands that take them. */
final class CliHostileInputTest {
  @TempDir private Path folder;

  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisabledOnOs(OS.WINDOWS)
  void aPipeOrDeviceIsRefusedAtOnce() throws Exception {
    Path images = MnistFixture.writeFolder(folder.resolve("mnist"), 20, 20);
    Path test = KaggleFixture.writeTest(folder.resolve("t.csv"), MnistFixture.digits(3, 1));
    String out = folder.resolve("out").toString();
    Path strokes = folder.resolve("digits.jsonl");
    StrokesFile.write(strokes, MnistLikeDigits.drawings(1, 1));
    Path pipe = SpecialFiles.pipe(folder.resolve("pipe.safetensors"));
    for (Path special : List.of(pipe, Path.of("/dev/zero"))) {
      String name = special.toString();
      String sentence = Messages.get("io.input.notRegularFile", special);
      for (String[] command :
          new String[][] {
            {"predict", "--model", name, test.toString()},
            {"evaluate", "--model", name, "--data", images.toString()},
            {"kaggle", "--model", name, "--test", test.toString(), "--out", out},
            {"export", "--model", name, "--out", out},
            {"describe", "--model", name},
            {"bench", "--model", name},
            {"evaluate", "--strokes", name},
            {"evaluate", "--rejection", "--strokes", name},
            {"evaluate", "--rejection", "--strokes", strokes.toString(), "--others", name},
            {"kaggle", "--test", name, "--out", out},
          }) {
        assertThat(run(command).refused()).as(String.join(" ", command)).isEqualTo(sentence);
      }
      assertThat(run("evaluate", "--data", name).refused())
          .isEqualTo(Messages.get("data.source.notAFolder", "--data", special));
    }
    assertThat(Path.of(out)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train-images-idx3-ubyte.gz",
        "train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz"
      })
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisabledOnOs(OS.WINDOWS)
  void aPipeAmongTheFilesOfMnistIsRefusedAtOnce(String name) throws Exception {
    Path images = MnistFixture.writeFolder(folder.resolve("mnist"), 20, 20);
    Files.delete(images.resolve(name));
    Path pipe = SpecialFiles.pipe(images.resolve(name));
    String sentence = Messages.get("io.input.notRegularFile", pipe);
    String out = folder.resolve("m.safetensors").toString();

    assertThat(run("train", "--data", images.toString(), "--out", out).refused())
        .isEqualTo(sentence);
    if (name.startsWith("t10k")) {
      assertThat(run("evaluate", "--data", images.toString()).refused()).isEqualTo(sentence);
    }
    assertThat(run("data", "status", "--data", images.toString()).out()).contains(sentence);
  }

  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisabledOnOs(OS.WINDOWS)
  void aPipeAmongTheModelsIsLeftOut() throws Exception {
    Files.createDirectories(folder.resolve("models"));
    Path pipe = SpecialFiles.pipe(folder.resolve("models/a.safetensors"));
    CliRun run = run("models");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.err().strip()).isEqualTo(Messages.get("io.input.notRegularFile", pipe));
  }

  @Test
  void parametersThatAreTooLargeEndInASentenceInEveryCommand() throws Exception {
    Path images = MnistFixture.writeFolder(folder.resolve("mnist"), 20, 20);
    Path test = KaggleFixture.writeTest(folder.resolve("t.csv"), MnistFixture.digits(3, 1));
    Path strokes = folder.resolve("d.jsonl");
    StrokesFile.write(strokes, List.of(new LabeledDrawing(3, "a", MnistLikeDigits.drawing(3))));
    Path out = folder.resolve("out");
    String model = write("huge.safetensors", Models.huge());
    for (String[] command :
        new String[][] {
          {"predict", "--model", model, strokes.toString()},
          {"evaluate", "--model", model, "--data", images.toString()},
          {"evaluate", "--model", model, "--strokes", strokes.toString()},
          {"evaluate", "--rejection", "--model", model, "--strokes", strokes.toString()},
          {"kaggle", "--model", model, "--test", test.toString(), "--out", out.toString()},
          {"export", "--model", model, "--out", out.toString()},
          {"bench", "--model", model, "--data", images.toString()},
        }) {
      CliRun run = run(command);
      assertThat(run.refused())
          .as(String.join(" ", command))
          .isEqualTo(Messages.get("nn.kernel.notFinite"));
      assertThat(run.out()).isEmpty();
    }
    String overflowing = write("over.safetensors", Models.overflowing());
    assertThat(run("export", "--model", overflowing, "--out", out.toString()).refused())
        .isEqualTo(Messages.get("nn.kernel.notFinite"));
    assertThat(out).doesNotExist();
  }

  private String write(String name, Model model) throws Exception {
    Path file = folder.resolve(name);
    ModelFile.write(model, file);
    return file.toString();
  }

  private CliRun run(String... arguments) {
    return CliRun.of(folder, arguments);
  }
}
