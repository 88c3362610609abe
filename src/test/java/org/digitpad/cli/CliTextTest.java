package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.PlainText;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.nn.model.Safetensors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What arguments, names and files hold reaches a terminal only without what could control it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its file names hold no control characters")
final class CliTextTest {
  /** Sets the title, rings, moves up, begins a line, and writes backwards, in several ways. */
  private static final String HOSTILE =
      "\u001b]0;x\u0007\u001b[1A\r\u009b2J\n\u007f\u202Egnp\u2066\u2028\uD800\b";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Lone surrogates cannot be in a file name. */
  private static final String NAME = HOSTILE.replace("\uD800", "");

  @TempDir private Path home;

  @Test
  void showsHostileArgumentsAndMissingFilesSafely() {
    String missing = home.resolve(NAME).toString();
    for (String[] command :
        new String[][] {
          {HOSTILE},
          {HOSTILE, "predict"},
          {"--" + HOSTILE},
          {"help", HOSTILE},
          {"predict", missing},
          {"predict", missing + ".jsonl"},
          {"predict", "--model", HOSTILE, missing},
          {"predict", "--model", missing + ".safetensors", missing},
          {"predict", "--" + HOSTILE, missing},
          {"train", "--model", HOSTILE, "--out", missing},
          {"train", "--recipe", HOSTILE, "--out", missing},
          {"train", "--epochs", HOSTILE, "--out", missing},
          {"train", "--rate", HOSTILE, "--out", missing},
          {"train", "--data", missing, "--out", missing},
          {"train", "--data", "builtin", "--strokes", missing, "--out", missing},
          {"train", "--data", "builtin", "--out", home.resolve("a" + NAME + "/b" + NAME) + "/."},
          {"evaluate", "--strokes", missing},
          {"evaluate", "--data", missing},
          {"evaluate", "--rejection", "--strokes", missing},
          {"kaggle", "--test", missing, "--out", missing},
          {"data", HOSTILE},
          {"data", "status", "--data", missing},
          {"data", "verify", "--data", missing},
          {"describe", "--model", HOSTILE},
          {"export", "--format", HOSTILE, "--out", missing},
          {"export", "--out", home + "/" + NAME + "/."},
          {"bench", "--data", missing},
          {"bench", "--threads", HOSTILE},
          {"models", HOSTILE}
        }) {
      CliRun run = CliRun.of(home, command);

      assertThat(run.exitCode()).as(String.join(" ", command)).isEqualTo(Cli.BAD_INPUT);
      assertThat(run.err().lines()).as(run.err()).hasSize(1);
      assertSafe(run);
    }
  }

  @Test
  void showsNamesAndContentOfHostileFilesSafely() throws IOException {
    Path image = image("good" + NAME + ".png");
    Path noImage = Files.writeString(home.resolve(NAME + ".png"), "no image");
    Path strokes = home.resolve(NAME + ".jsonl");
    StrokesFile.write(strokes, MnistLikeDigits.drawings(2, 1));
    Path badStrokes = Files.writeString(home.resolve("bad" + NAME + ".jsonl"), NAME);
    Path csv = Files.writeString(home.resolve(NAME + ".csv"), "label" + NAME + ",pixel0\n");
    Path folder = Files.createDirectory(home.resolve("folder" + NAME));
    Files.writeString(folder.resolve("t10k-labels-idx1-ubyte"), NAME);
    String model = model("models/own" + NAME, card -> {}, tensors -> {});
    String card =
        model(
            "models/card" + NAME,
            object -> object.put("recipe", NAME).put("command", NAME.repeat(1_000)),
            tensors -> {});
    String tensor =
        model(
            "tensor" + NAME,
            object -> {},
            tensors -> tensors.put(NAME, tensors.remove("gru2.bias")));
    String out = home.resolve("out" + NAME).toString();
    for (String[] command :
        new String[][] {
          {"predict", image.toString(), strokes.toString()},
          {"predict", "--model", model, image.toString()},
          {"predict", "--model", tensor, image.toString()},
          {"predict", noImage.toString()},
          {"predict", badStrokes.toString()},
          {"predict", folder.toString()},
          {"evaluate", "--model", model, "--strokes", strokes.toString()},
          {"evaluate", "--strokes", badStrokes.toString()},
          {"evaluate", "--data", folder.toString()},
          {"evaluate", "--data", csv.toString()},
          {"train", "--data", csv.toString(), "--out", out},
          {"train", "--data", folder.toString(), "--out", folder.toString()},
          {"kaggle", "--test", csv.toString(), "--out", out},
          {"data", "status", "--data", folder.toString()},
          {"data", "verify", "--data", folder.toString()},
          {"models"},
          {"describe", "--model", model},
          {"describe", "--model", card},
          {"describe", "--model", tensor},
          {"export", "--model", model, "--out", out},
          {"export", "--model", model, "--out", model}
        }) {
      assertSafe(CliRun.of(home, command));
      List<String> withJson = new ArrayList<>(List.of(command));
      withJson.add("--json");
      assertSafe(CliRun.of(home, withJson.toArray(String[]::new)));
    }
  }

  @Test
  void jsonKeepsWhatItEscapes() throws IOException {
    Path image = image("good" + NAME + "\uD83D\uDE00.png");

    CliRun run = CliRun.of(home, "predict", "--json", image.toString());

    JsonNode line = run.json().get(0);
    assertThat(line.get("file").textValue()).isEqualTo(image.toString());
    assertThat(run.out()).contains("\\u001B", "\\u007F", "\\u202E", "\\uD83D\\uDE00");
  }

  @Test
  void cutsLongNames() throws IOException {
    String name = "n".repeat(400_000);
    String model =
        model("long", card -> {}, tensors -> tensors.put(name, tensors.remove("gru2.bias")));

    CliRun tensor = CliRun.of(home, "describe", "--model", model);
    CliRun argument = CliRun.of(home, "predict", name);
    CliRun option = CliRun.of(home, "models", "--" + name);

    for (CliRun run : List.of(tensor, argument, option)) {
      assertThat(run.refused()).hasSizeLessThan(500);
    }
  }

  private static void assertSafe(CliRun run) {
    Stream.of(run.out().split("\\R"), run.err().split("\\R"))
        .flatMap(Stream::of)
        .forEach(
            line -> {
              assertThat(line.chars()).as(line).noneMatch(PlainText::isUnsafe);
              assertThat(line.codePoints())
                  .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
            });
    if (!run.out().startsWith("{")) {
      assertThat(run.out().lines().map(String::length)).allMatch(length -> length < 1_000);
    }
    assertThat(run.err().lines().map(String::length)).allMatch(length -> length < 1_000);
    assertThat(run.err()).doesNotContain("\tat ");
  }

  private Path image(String name) throws IOException {
    Path file = home.resolve(name);
    ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    return file;
  }

  private interface Change<T> {
    void apply(T value);
  }

  /** Writes a model with a changed card and changed tensors. */
  private String model(String name, Change<ObjectNode> card, Change<Map<String, Tensor>> tensors)
      throws IOException {
    Path file = home.resolve(name + ".safetensors");
    ModelFile.write(Models.numbered(), file);
    Safetensors good = Safetensors.parse(Files.readAllBytes(file), "good");
    Map<String, String> metadata = new LinkedHashMap<>(good.metadata());
    ObjectNode object = (ObjectNode) JSON.readTree(metadata.get("digitpad.card"));
    card.apply(object);
    metadata.put("digitpad.card", JSON.writeValueAsString(object));
    Map<String, Tensor> changed = new LinkedHashMap<>(good.tensors());
    tensors.apply(changed);
    return Files.write(file, new Safetensors(metadata, changed).toBytes()).toString();
  }
}
