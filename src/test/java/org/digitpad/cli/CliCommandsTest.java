package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.nn.model.Safetensors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands predict, evaluate, data, models and describe. */
final class CliCommandsTest {
  @TempDir private Path folder;

  @Test
  void predictsStrokesAndImagesInTheirOrder() throws IOException {
    Path strokes = strokes("digits.jsonl", MnistLikeDigits.drawings(10, 1));
    Path packed = strokes("digits.jsonl.gz", MnistLikeDigits.drawings(2, 1));
    Path image = image(4);

    List<JsonNode> lines =
        run("predict", "--json", image.toString(), strokes.toString(), packed.toString()).json();

    assertThat(lines).hasSize(1 + 10 + 2);
    for (JsonNode line : lines) {
      assertThat(CliRun.keys(line))
          .containsExactly(
              "file",
              "index",
              "label",
              "probabilities",
              "rejected",
              "score",
              "blank",
              "part",
              "parts",
              "box",
              "string");
      assertThat(line.get("label").isInt()).isTrue();
      assertThat(line.get("rejected").isBoolean()).isTrue();
      assertThat(line.get("probabilities")).hasSize(10).allMatch(JsonNode::isNumber);
      double sum = 0;
      int best = 0;
      for (int digit = 0; digit < 10; digit++) {
        JsonNode probabilities = line.get("probabilities");
        sum += probabilities.get(digit).doubleValue();
        best =
            probabilities.get(digit).doubleValue() > probabilities.get(best).doubleValue()
                ? digit
                : best;
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
      assertThat(line.get("label").intValue()).isEqualTo(best);
    }
    assertThat(lines)
        .extracting(line -> line.get("index").intValue())
        .containsExactly(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    assertThat(lines)
        .extracting(line -> line.get("file").textValue())
        .startsWith(image.toString(), strokes.toString())
        .endsWith(strokes.toString(), packed.toString(), packed.toString());
    assertThat(lines.get(0).get("label").intValue()).isEqualTo(4);
    assertThat(lines.get(11).get("probabilities")).isEqualTo(lines.get(1).get("probabilities"));
  }

  @Test
  void printsPredictionsAsText() throws IOException {
    Path strokes =
        strokes(
            "two.jsonl",
            List.of(
                new LabeledDrawing(null, null, MnistLikeDigits.drawing(7)),
                new LabeledDrawing(null, null, Drawing.BLANK)));

    List<String> lines = inGermany("predict", strokes.toString()).done().lines();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches("\\Q" + strokes + "\\E 0: 7 \\((100|9\\d)\\.\\d%\\)");
    assertThat(lines.get(1)).startsWith(strokes + " 1: ").endsWith(" 1: nothing drawn");
  }

  @Test
  void predictsWithTheNamedModel() throws IOException {
    Path other = folder.resolve("other.safetensors");
    ModelFile.write(Models.numbered(), other);
    String strokes = strokes("a.jsonl", MnistLikeDigits.drawings(1, 1)).toString();

    JsonNode bundled = run("predict", "--json", "--model", "conv-gru", strokes).json().get(0);
    JsonNode own = run("predict", "--json", "--model", other.toString(), strokes).json().get(0);

    assertThat(run("predict", "--json", strokes).json().get(0)).isEqualTo(bundled);
    assertThat(own.get("probabilities")).isNotEqualTo(bundled.get("probabilities"));
  }

  @Test
  void refusesFilesThatHoldNoDigit() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "not an image");
    Path half =
        Files.write(folder.resolve("half.png"), Arrays.copyOf(Files.readAllBytes(image(3)), 60));
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    Path broken =
        Files.writeString(folder.resolve("broken.jsonl"), "{\"strokes\":[]}\n{\"strokes\":[[");
    Path missing = folder.resolve("missing.png");
    Path missingStrokes = folder.resolve("missing.jsonl");

    assertThat(run("predict", text.toString()).refused()).startsWith(text + " is neither an image");
    assertThat(run("predict", half.toString()).refused())
        .isEqualTo("The image " + half + " is damaged; save it again.");
    assertThat(run("predict", empty.toString()).refused()).startsWith(empty + " is empty");
    assertThat(run("predict", broken.toString()).refused()).startsWith(broken + ", line 2: ");
    assertThat(run("predict", missing.toString()).refused())
        .startsWith(missing + " does not exist");
    assertThat(run("predict", missingStrokes.toString()).refused())
        .startsWith(missingStrokes + " does not exist");
    assertThat(run("predict", folder.toString()).refused()).startsWith(folder + " is a folder");
    assertThat(run("predict", "--json", text.toString()).out()).isEmpty();
  }

  @Test
  void printsTheDigitsBeforeABadFile() throws IOException {
    CliRun run = run("predict", "--json", image(1).toString(), folder.resolve("no.png").toString());

    run.refused();
    assertThat(CliRun.jsonLines(run.out())).hasSize(1);
  }

  @Test
  void refusesBadModels() throws IOException {
    byte[] random = new byte[5_000];
    new Random(1).nextBytes(random);
    List<String> models =
        List.of(
            Files.write(folder.resolve("random.safetensors"), random).toString(),
            Files.write(folder.resolve("empty.safetensors"), new byte[0]).toString(),
            damaged("lacking", tensors -> tensors.remove("gru2.bias")),
            damaged("nan", tensors -> tensors.get("gru2.bias").values()[3] = Float.NaN),
            folder.toString(),
            folder.resolve("missing.safetensors").toString(),
            "resnet",
            "");
    String image = image(1).toString();
    for (String model : models) {
      for (String[] command :
          new String[][] {
            {"predict", "--model", model, image},
            {"evaluate", "--model", model},
            {"describe", "--model", model}
          }) {
        CliRun run = run(command);
        assertThat(run.refused()).contains(model);
        assertThat(run.out()).isEmpty();
      }
    }
    assertThat(run("describe", "--model", models.get(2)).refused()).contains("lacks", "gru2.bias");
    assertThat(run("describe", "--model", models.get(3)).refused())
        .contains("gru2.bias", "not finite");
  }

  @Test
  void evaluatesLabeledStrokes() throws IOException {
    List<LabeledDrawing> drawings = new ArrayList<>(MnistLikeDigits.drawings(50, 1));
    drawings.add(new LabeledDrawing(3, null, Drawing.BLANK));
    String strokes = strokes("labeled.jsonl.gz", drawings).toString();

    JsonNode line = onlyLine(run("evaluate", "--json", "--strokes", strokes));

    assertThat(CliRun.keys(line))
        .containsExactly(
            "model", "parameters", "samples", "accuracy", "loss", "ece", "confusion", "rejected");
    assertThat(line.get("model").textValue()).isEqualTo("conv-gru");
    assertThat(line.get("parameters").intValue()).isEqualTo(28_506);
    assertThat(line.get("samples").intValue()).isEqualTo(51);
    assertThat(line.get("accuracy").doubleValue()).isBetween(0.8, 1.0);
    assertThat(line.get("rejected").intValue()).isPositive();
    assertThat(line.get("confusion")).hasSize(10).allMatch(row -> row.size() == 10);

    String words = inGermany("evaluate", "--strokes", strokes).done().out();
    assertThat(words)
        .contains("conv-gru, 28,506 parameters")
        .contains("samples           51")
        .containsPattern("accuracy          \\d+\\.\\d\\d%")
        .containsPattern("rejected          [1-9]")
        .containsPattern("(?m)^    9 .*\\d$");
  }

  @Test
  void countsRejectedDrawings() throws IOException {
    String strokes = strokes("digits.jsonl", MnistLikeDigits.drawings(50, 1)).toString();

    JsonNode line = onlyLine(run("evaluate", "--rejection", "--json", "--strokes", strokes));

    assertThat(CliRun.keys(line)).containsExactly("model", "right", "falselyRejected", "nonDigits");
    assertThat(line.get("right").intValue()).isBetween(40, 50);
    assertThat(line.get("falselyRejected").intValue()).isBetween(0, 10);
    assertThat(line.get("nonDigits"))
        .extracting(kind -> kind.get("kind").textValue())
        .containsExactly("letter", "shape", "line", "dot", "scribble", "two-digits", "lookalike");
    for (JsonNode kind : line.get("nonDigits")) {
      assertThat(kind.get("drawings").intValue()).isEqualTo(1000);
      assertThat(kind.get("rejected").intValue()).isBetween(1, 1000);
    }

    String words = inGermany("evaluate", "--rejection", "--strokes", strokes).done().out();
    assertThat(words)
        .contains("rejected as not a digit")
        .containsPattern("(?m)^correct digits  .* of     (4\\d|50) +\\d+\\.\\d\\d%$")
        .containsPattern("(?m)^scribble  .* of  1,000 +\\d+\\.\\d\\d%$");
  }

  @Test
  void tellsOtherDrawingsFromDigits() throws IOException {
    String strokes = strokes("digits.jsonl", MnistLikeDigits.drawings(50, 1)).toString();
    Path others = folder.resolve("others.jsonl");
    Files.writeString(
        others,
        """
        {"label":"A","kind":"upper","strokes":[[[0,90],[40,0],[80,90]],[[20,50],[60,50]]]}
        {"label":"x","kind":"lower","strokes":[[[0,90],[80,0]],[[0,0],[80,90]]]}
        {"label":"y","kind":"lower","writer":"w","strokes":[[[0,0],[40,50]],[[80,0],[20,99]]]}
        {"label":"O","kind":"upper","strokes":[[[40,0],[0,40],[40,90],[80,40],[40,0]]]}
        """);
    String[] arguments = {
      "evaluate", "--rejection", "--strokes", strokes, "--others", others.toString()
    };

    List<JsonNode> lines =
        run(
                "evaluate",
                "--json",
                "--rejection",
                "--strokes",
                strokes,
                "--others",
                others.toString())
            .json();

    assertThat(lines).hasSize(4);
    assertThat(CliRun.keys(lines.get(0))).containsExactly("rightRejected");
    assertThat(lines.get(0).get("rightRejected").doubleValue()).isBetween(0.0, 0.2);
    for (JsonNode kind : lines.subList(1, 4)) {
      assertThat(CliRun.keys(kind))
          .containsExactly("kind", "samples", "rejected", "auroc", "fpr95", "caughtAt1");
    }
    assertThat(lines.subList(1, 4))
        .extracting(kind -> kind.get("kind").textValue() + " " + kind.get("samples"))
        .containsExactly("lower 2", "upper 1", "lookalike 1");

    assertThat(inGermany(arguments).done().out())
        .containsPattern("(?m)^correct digits  .* of     (4\\d|50) +\\d+\\.\\d\\d%$")
        .containsPattern("(?m)^lower  +2 +\\d+\\.\\d% +[01]\\.\\d{3} +\\d+\\.\\d% +\\d+\\.\\d%$");
  }

  @Test
  void refusesOtherDrawingsThatCannotBeMeasured() throws IOException {
    String strokes = strokes("digits.jsonl", MnistLikeDigits.drawings(2, 1)).toString();
    String needs = "--others needs --rejection and --strokes, the digits to compare with.";
    assertThat(run("evaluate", "--others", strokes).refused()).isEqualTo(needs);
    assertThat(run("evaluate", "--others", strokes, "--strokes", strokes).refused())
        .isEqualTo(needs);
    assertThat(run("evaluate", "--others", strokes, "--rejection").refused()).isEqualTo(needs);
    String[] lines = {
      "{\"kind\":\"upper\",\"strokes\":[]}",
      "{\"label\":\"A\",\"strokes\":[]}",
      "{\"label\":7,\"kind\":\"upper\",\"strokes\":[]}",
      "{\"label\":\"A\",\"kind\":[],\"strokes\":[]}",
      "{\"label\":\"A\",\"kind\":\"upper\",\"kind\":\"upper\",\"strokes\":[]}",
      "{\"label\":\"A\",\"kind\":\"upper\"}",
    };
    for (String line : lines) {
      Path others = Files.writeString(folder.resolve("others.jsonl"), line);
      assertThat(
              run("evaluate", "--rejection", "--strokes", strokes, "--others", others.toString())
                  .refused())
          .startsWith(others + ", line 1: ");
    }
  }

  @Test
  void refusesStrokesThatCannotBeMeasured() throws IOException {
    Path unlabeled =
        strokes("u.jsonl", List.of(new LabeledDrawing(null, null, MnistLikeDigits.drawing(1))));
    Path missing = folder.resolve("missing.jsonl");

    assertThat(run("evaluate", "--strokes", unlabeled.toString()).refused())
        .isEqualTo("Drawing 1 of " + unlabeled + " has no label; give labeled strokes.");
    run("evaluate", "--strokes", missing.toString()).refused();
    run("evaluate", "--strokes", folder.toString()).refused();
  }

  @Test
  void refusesDataThatCannotBeRead() throws IOException {
    String missing = folder.resolve("missing").toString();
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path cut = MnistLikeDigits.writeFolder(folder.resolve("cut"), 20, 20);
    Path images = cut.resolve("t10k-images-idx3-ubyte.gz");
    Files.write(images, Arrays.copyOf(Files.readAllBytes(images), 700));
    String out = folder.resolve("m.safetensors").toString();

    for (String data : List.of(missing, file.toString(), empty.toString(), cut.toString())) {
      assertThat(run("evaluate", "--data", data).refused()).contains(data);
      assertThat(run("train", "--out", out, "--data", data).refused()).contains(data);
    }
    assertThat(run("evaluate", "--data", cut.toString()).refused()).contains("is cut short");
    assertThat(run("data", "status", "--data", missing).refused()).contains(missing);
    run("evaluate", "--data", "").refused();
    for (String data : List.of("a\0b", "", "builtin", file.toString())) {
      assertThat(run("data", "download", "--data", data).refused()).startsWith("--data ");
    }
    Map<String, String> environment =
        Map.of("DIGITPAD_HOME", folder.toString(), "DIGITPAD_MNIST_DIR", missing);
    assertThat(CliRun.of(environment, "evaluate").refused()).startsWith("DIGITPAD_MNIST_DIR");
    assertThat(folder.resolve("m.safetensors")).doesNotExist();
  }

  @Test
  void showsTheStateOfTheData() throws IOException {
    Path data = MnistLikeDigits.writeFolder(folder.resolve("data"), 20, 10);
    Files.delete(data.resolve("t10k-labels-idx1-ubyte.gz"));

    JsonNode line = onlyLine(run("data", "status", "--json", "--data", data.toString()));

    assertThat(CliRun.keys(line)).containsExactly("folder", "complete", "files");
    assertThat(line.get("folder").textValue()).isEqualTo(data.toString());
    assertThat(line.get("complete").isBoolean()).isTrue();
    assertThat(line.get("complete").booleanValue()).isFalse();
    assertThat(line.get("files")).hasSize(4);
    for (JsonNode file : line.get("files")) {
      assertThat(CliRun.keys(file)).containsExactly("name", "bytes", "ok");
      assertThat(file.get("ok").booleanValue()).isFalse();
      Path onDisk = data.resolve(file.get("name").textValue());
      assertThat(file.get("bytes").longValue())
          .isEqualTo(Files.exists(onDisk) ? Files.size(onDisk) : 0);
    }
    assertThat(inGermany("data", "status", "--data", data.toString()).done().lines())
        .hasSize(5)
        .startsWith(data + ": incomplete")
        .anyMatch(text -> text.endsWith("is not the original MNIST file."))
        .anyMatch(text -> text.endsWith("missing"));
  }

  @Test
  void evaluatesOnTheBuiltinDigits() {
    JsonNode line = onlyLine(run("evaluate", "--json", "--data", "builtin"));

    assertThat(line.get("samples").intValue()).isEqualTo(10_000);
    assertThat(line.get("accuracy").doubleValue()).isGreaterThan(0.8);
    assertThat(folder.resolve("mnist")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "verify", "download"})
  void refusesBuiltinDigitsWhereAFolderIsNeeded(String command) {
    assertThat(run("data", command, "--data", "builtin").refused())
        .contains("nothing to download or verify");
  }

  @Test
  void usesTheDataFolderByDefault() {
    JsonNode own = onlyLine(run("data", "status", "--json"));
    assertThat(own.get("folder").textValue()).isEqualTo(folder.resolve("mnist").toString());

    Map<String, String> environment =
        Map.of("DIGITPAD_HOME", "elsewhere", "DIGITPAD_MNIST_DIR", folder.toString());
    JsonNode named = onlyLine(CliRun.of(environment, "data", "status", "--json"));
    assertThat(named.get("folder").textValue()).isEqualTo(folder.toString());
  }

  @Test
  void verifyFailsWithTheFirstProblem() {
    Path data = MnistLikeDigits.writeFolder(folder.resolve("data"), 20, 10);

    CliRun run = run("data", "verify", "--json", "--data", data.toString());

    assertThat(run.refused())
        .endsWith("is readable (20 images), but is not the original MNIST file.");
    assertThat(CliRun.jsonLines(run.out())).hasSize(1);
  }

  @Test
  void listsModels() throws IOException {
    Path own = folder.resolve("models/own.safetensors");
    ModelFile.write(Models.numbered(), own);

    List<JsonNode> lines = run("models", "--json").json();

    assertThat(lines)
        .extracting(line -> line.get("model").textValue())
        .containsExactly("conv-gru", "lstm", "mlp", own.toString());
    assertThat(lines)
        .extracting(line -> line.get("parameters").intValue())
        .containsExactly(28_506, 81_674, 235_146, 28_506);
    for (JsonNode line : lines) {
      assertThat(CliRun.keys(line))
          .containsExactly(
              "model",
              "parameters",
              "recipe",
              "seed",
              "valAccuracy",
              "strokesAccuracy",
              "latencyMicros",
              "file");
      assertThat(line.get("seed").isIntegralNumber()).isTrue();
      assertThat(line.get("valAccuracy").doubleValue()).isBetween(0.0, 1.0);
      assertThat(line.get("latencyMicros").doubleValue()).isPositive();
    }
    assertThat(lines.get(3).get("file").textValue()).isEqualTo(own.toString());
    assertThat(lines.get(3).get("strokesAccuracy").isNull()).isTrue();
    assertThat(lines.get(3).get("seed").longValue()).isEqualTo(-7);

    List<String> words = inGermany("models").done().lines();
    assertThat(words).hasSize(4);
    assertThat(words.get(0)).startsWith("conv-gru ").contains("28,506 parameters");
    assertThat(words.subList(0, 3))
        .allSatisfy(line -> assertThat(line).containsPattern("strokes \\d\\d\\.\\d\\d%"));
    assertThat(words.get(3)).contains("test 96.88%  strokes not measured");
  }

  @Test
  void reportsAndSkipsFilesThatAreNotModels() throws IOException {
    Files.createDirectories(folder.resolve("models"));
    Path junk = Files.writeString(folder.resolve("models/junk.safetensors"), "junk");

    CliRun run = run("models", "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(CliRun.jsonLines(run.out())).hasSize(3);
    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.startsWith(junk.toString()));
  }

  @Test
  void describesAModel() {
    JsonNode line = onlyLine(run("describe", "--json"));

    assertThat(CliRun.keys(line)).containsExactly("model", "parameters", "layers", "card");
    assertThat(line.get("layers")).hasSize(6);
    assertThat(CliRun.keys(line.get("layers").get(0)))
        .containsExactly("name", "layer", "output", "parameters");
    int sum = 0;
    for (JsonNode layer : line.get("layers")) {
      sum += layer.get("parameters").intValue();
    }
    assertThat(sum).isEqualTo(28_506).isEqualTo(line.get("parameters").intValue());
    assertThat(line.get("card").get("history").isArray()).isTrue();

    assertThat(inGermany("describe").done().out())
        .containsPattern("gru1 +GRU 64, sequence +12×64 +18,624")
        .containsPattern("total +28,506")
        .containsPattern("validation accuracy 9\\d\\.\\d\\d% on 10,000 images")
        .contains("trained by: java -jar target/digitpad.jar train ");
  }

  private CliRun run(String... arguments) {
    return CliRun.of(folder, arguments);
  }

  /** Runs in a locale with a decimal comma, which the English text must not take over. */
  private CliRun inGermany(String... arguments) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      return run(arguments);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static JsonNode onlyLine(CliRun run) {
    List<JsonNode> lines = run.json();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private Path strokes(String name, List<LabeledDrawing> drawings) throws IOException {
    Path file = folder.resolve(name);
    StrokesFile.write(file, drawings);
    return file;
  }

  private Path image(int digit) throws IOException {
    DigitImage digitImage = StrokeRenderer.render(MnistLikeDigits.drawing(digit));
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < 28; row++) {
      for (int column = 0; column < 28; column++) {
        int level = 255 - Math.round(255 * digitImage.at(row, column));
        picture.getRaster().setSample(column, row, 0, level);
      }
    }
    Path file = folder.resolve("digit" + digit + ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private String damaged(String name, Consumer<Map<String, Tensor>> damage) throws IOException {
    Path file = folder.resolve(name + ".safetensors");
    ModelFile.write(Models.numbered(), file);
    Safetensors good = Safetensors.parse(Files.readAllBytes(file), "good");
    Map<String, Tensor> tensors = new LinkedHashMap<>(good.tensors());
    damage.accept(tensors);
    return Files.write(file, new Safetensors(good.metadata(), tensors).toBytes()).toString();
  }
}
