package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CliExportTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"conv-gru, 28506", "lstm, 81674", "mlp, 235146"})
  void exportsEveryBundledModel(String name, String parameters) throws OrtException {
    Path file = folder.resolve("new/" + name + ".onnx");

    JsonNode line =
        run("export", "--json", "--model", name, "--format", "onnx", "--out", file.toString())
            .json()
            .get(0);

    assertThat(CliRun.keys(line)).containsExactly("file", "format", "opset");
    assertThat(line.get("file").textValue()).isEqualTo(file.toString());
    assertThat(line.get("format").textValue()).isEqualTo("onnx");
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
      assertThat(session.getMetadata().getCustomMetadata())
          .containsEntry("architecture", name)
          .containsEntry("parameters", parameters);
    }
  }

  @Test
  void exportsTheUsersModelAndSaysWhereTo() throws IOException {
    Path model = folder.resolve("own.safetensors");
    ModelFile.write(Models.numbered(), model);
    Path file = Files.writeString(folder.resolve("own.onnx"), "an older one");

    CliRun run = run("export", "--model", model.toString(), "--out", file.toString()).done();

    assertThat(run.out().strip()).isEqualTo(model + " is written to " + file + " (ONNX, opset 13)");
    assertThat(file).content(StandardCharsets.ISO_8859_1).contains("DigitPad");
  }

  @Test
  void refusesToReplaceTheModelItself() throws IOException {
    Path model = folder.resolve("own.safetensors");
    ModelFile.write(Models.numbered(), model);

    String sentence =
        run("export", "--model", model.toString(), "--out", folder + "/./own.safetensors")
            .refused();

    assertThat(sentence)
        .endsWith("is read as input and would be overwritten; name another file to write.");
    assertThat(ModelFile.read(model)).isEqualTo(Models.numbered());
  }

  @Test
  void refusesWhatItCannotReadOrWrite() {
    assertThat(run("export", "--model", "vgg", "--out", folder + "/m.onnx").refused())
        .isEqualTo(
            "There is no model \"vgg\"; name one of conv-gru, lstm, mlp, pen, conv-gru+pen,"
                + " or a model file (.safetensors).");
    assertThat(run("export", "--out", folder.toString()).refused())
        .isEqualTo("--out " + folder + " is a folder; name a file in it.");
    assertThat(folder).isEmptyDirectory();
  }

  private CliRun run(String... arguments) {
    return CliRun.of(folder, arguments);
  }
}
