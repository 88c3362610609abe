package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class CliKaggleTest {
  private static final int DIGITS = 3_000;
  private static final int HELD_OUT = DIGITS / 10;

  @TempDir private Path folder;

  @Test
  void submitsTheLabelsThatEvaluateCounts() throws IOException {
    LabeledImages all = BuiltinDigits.images(DIGITS, 5);
    LabeledImages heldOut = all.slice(DIGITS - HELD_OUT, DIGITS);
    Path train = KaggleFixture.writeTrain(folder.resolve("train.csv"), all);
    Path test = KaggleFixture.writeTest(folder.resolve("test.csv"), heldOut);

    JsonNode measured = run("evaluate", "--data", train.toString(), "--json").json().get(0);
    JsonNode line =
        run("kaggle", "--test", test.toString(), "--out", out().toString(), "--json").json().get(0);

    assertThat(CliRun.keys(line)).containsExactly("rows", "file");
    assertThat(line.get("rows").intValue()).isEqualTo(HELD_OUT);
    assertThat(line.get("file").textValue()).isEqualTo(out().toString());
    List<String> rows = Files.readAllLines(out());
    assertThat(rows.get(0)).isEqualTo("ImageId,Label");
    assertThat(rows).hasSize(1 + HELD_OUT);
    int[][] confusion = new int[10][10];
    for (int i = 0; i < HELD_OUT; i++) {
      assertThat(rows.get(1 + i)).matches(1 + i + ",[0-9]");
      int label = rows.get(1 + i).charAt(rows.get(1 + i).length() - 1) - '0';
      confusion[heldOut.label(i)][label]++;
    }
    assertThat(measured.get("samples").intValue()).isEqualTo(HELD_OUT);
    for (int label = 0; label < 10; label++) {
      for (int read = 0; read < 10; read++) {
        assertThat(confusion[label][read])
            .isEqualTo(measured.get("confusion").get(label).get(read).intValue());
      }
    }
  }

  @Test
  void trainsAndMeasuresWithKagglesDigits() {
    Path train =
        KaggleFixture.writeTrain(folder.resolve("train.csv"), MnistLikeDigits.images(300, 1));
    String file = folder.resolve("m.safetensors").toString();

    String[] training = {
      "train",
      "--data",
      train.toString(),
      "--model",
      "mlp",
      "--epochs",
      "2",
      "--out",
      file,
      "--json"
    };
    List<JsonNode> lines = run(training).json();
    JsonNode measured =
        run("evaluate", "--data", train.toString(), "--model", file, "--json").json().get(0);

    Model model = ModelFile.read(Path.of(file));
    assertThat(model.card().trainedOn()).isEqualTo(270);
    assertThat(model.card().validatedOn()).isEqualTo(30);
    assertThat(model.card().dataSha256()).containsOnlyKeys("train.csv");
    assertThat(model.card().command()).contains(" --seed 1 --data train.csv --out ");
    assertThat(measured.get("samples").intValue()).isEqualTo(30);
    assertThat(measured.get("accuracy")).isEqualTo(lines.get(2).get("valAccuracy"));
    assertThat(measured.get("ece").doubleValue()).isEqualTo(model.card().calibrationError());
  }

  @Test
  void printsHowManyItPredicted() {
    Path test = test(12);

    assertThat(run("kaggle", "--test", test.toString(), "--out", out().toString()).done().lines())
        .containsExactly("12 digits predicted, written to " + out());
  }

  @Test
  void keepsAnOldSubmissionUnlessThereIsANewOne() throws IOException {
    Files.writeString(out(), "old");
    Path bad = Files.writeString(folder.resolve("bad.csv"), "id,pixel0\n1,2\n");

    assertThat(run("kaggle", "--test", bad.toString(), "--out", out().toString()).refused())
        .isEqualTo(bad + ", line 1: column 1 is \"id\", not \"pixel0\"; give Kaggle's test.csv.");
    assertThat(out()).hasContent("old");

    run("kaggle", "--test", test(3).toString(), "--out", out().toString()).done();
    assertThat(Files.readAllLines(out())).hasSize(4);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void neverOverwritesItsInput() throws IOException {
    Path test = test(3);
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), test);
    Path model = folder.resolve("m.safetensors");
    ModelFile.write(Models.numbered(), model);
    Path train =
        KaggleFixture.writeTrain(folder.resolve("train.csv"), MnistLikeDigits.images(20, 1));
    byte[] csv = Files.readAllBytes(test);
    byte[] tensors = Files.readAllBytes(model);

    for (Path out : List.of(test, folder.resolve("./test.csv"), link)) {
      assertThat(run("kaggle", "--test", test.toString(), "--out", out.toString()).refused())
          .isEqualTo(
              out + " is read as input and would be overwritten; name another file to write.");
    }
    String name = model.toString();
    run("kaggle", "--model", name, "--test", test.toString(), "--out", name).refused();
    run("train", "--epochs", "1", "--data", train.toString(), "--out", train.toString()).refused();

    assertThat(test).hasBinaryContent(csv);
    assertThat(model).hasBinaryContent(tensors);
    assertThat(Files.readString(train)).startsWith("label,pixel0,");
  }

  @Test
  void refusesPlacesThatNoSubmissionCanGoTo() {
    assertThat(run("kaggle", "--test", test(3).toString(), "--out", folder.toString()).refused())
        .isEqualTo("--out " + folder + " is a folder; name a file in it.");
  }

  @Test
  void refusesAFileWhereAFolderIsNeeded() {
    String train =
        KaggleFixture.writeTrain(folder.resolve("train.csv"), MnistLikeDigits.images(10, 1))
            .toString();

    for (String command : List.of("status", "verify")) {
      assertThat(run("data", command, "--data", train).refused())
          .isEqualTo(
              "--data names the file "
                  + train
                  + ", but the four MNIST files are in a folder; name that folder.");
    }
    assertThat(run("data", "download", "--data", train).refused())
        .isEqualTo(
            "--data names "
                + train
                + ", which is not a folder; name a folder for the four MNIST files.");
  }

  private Path test(int digits) {
    return KaggleFixture.writeTest(folder.resolve("test.csv"), MnistLikeDigits.images(digits, 2));
  }

  private Path out() {
    return folder.resolve("submission.csv");
  }

  private CliRun run(String... arguments) {
    return CliRun.of(folder, arguments);
  }
}
