package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.io.Sha256;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.nn.model.ModelFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train --adapt}, with the MLP, which takes the least time. */
final class CliAdaptTest {
  private static final int DRAWINGS = 50;

  @TempDir private static Path shared;
  @TempDir private Path folder;

  /** A network that has hardly been trained, so that there is much to learn. */
  private static Path parent;

  private static Path strokes;
  private static Path data;

  @BeforeAll
  static void writeFiles() throws IOException {
    data = MnistLikeDigits.writeFolder(shared.resolve("data"), 120, 60);
    parent = shared.resolve("parent.safetensors");
    strokes = shared.resolve("mine.jsonl");
    StrokesFile.write(strokes, MnistLikeDigits.drawings(DRAWINGS, 9));
    run(
        "train",
        "--model",
        "mlp",
        "--recipe",
        "reference",
        "--epochs",
        "1",
        "--batch",
        "60",
        "--out",
        parent.toString());
  }

  @Test
  void keepsACopyThatReadsThePersonBetter() throws IOException {
    byte[] before = Files.readAllBytes(parent);
    Path out = folder.resolve("copy.safetensors");

    JsonNode line = adapt(parent.toString(), strokes, out, "--json").json().get(0);

    assertThat(CliRun.keys(line))
        .containsExactly("model", "parent", "drawings", "before", "after", "kept", "file");
    assertThat(CliRun.keys(line.get("before"))).containsExactly("own", "test");
    assertThat(CliRun.keys(line.get("after"))).containsExactly("own", "test");
    assertThat(line.get("model").textValue()).isEqualTo("mlp");
    assertThat(line.get("parent").textValue()).isEqualTo(parent.toString());
    assertThat(line.get("drawings").intValue()).isEqualTo(DRAWINGS);
    assertThat(line.get("kept").booleanValue()).isTrue();
    assertThat(line.get("file").textValue()).isEqualTo(out.toString());
    assertThat(line.get("after").get("own").doubleValue())
        .isGreaterThan(line.get("before").get("own").doubleValue());
    assertThat(parent).hasBinaryContent(before);

    Model copy = ModelFile.read(out);
    ModelCard card = copy.card();
    assertThat(card.parent()).isNotNull();
    assertThat(card.parent().name()).isEqualTo("parent");
    assertThat(card.parent().sha256()).isEqualTo(Sha256.of(parent));
    assertThat(card.recipe()).isEqualTo("adapt");
    assertThat(card.trainedOn()).isEqualTo(DRAWINGS);
    assertThat(card.valAccuracy()).isEqualTo(line.get("after").get("test").doubleValue());

    Path again = folder.resolve("again.safetensors");
    adapt(parent.toString(), strokes, again, "--threads", "1").done();
    assertThat(ModelFile.read(again).parameters()).isEqualTo(copy.parameters());
  }

  @Test
  void refusesACopyThatIsNoBetterUnlessForced() throws IOException {
    Path out = folder.resolve("copy.safetensors");
    List<LabeledDrawing> drawings = new ArrayList<>();
    for (int i = 0; i < DRAWINGS; i++) {
      drawings.add(new LabeledDrawing(i % 10, null, MnistLikeDigits.drawing(i % 10)));
    }
    Path known = folder.resolve("known.jsonl");
    StrokesFile.write(known, drawings);

    CliRun run = adapt("mlp", known, out, "--json");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(Cli.FAILED);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(CliRun.jsonLines(run.out()).get(0).get("kept").booleanValue()).isFalse();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(known);
    }

    JsonNode forced = adapt("mlp", known, out, "--force", "--json").json().get(0);

    assertThat(forced.get("kept").booleanValue()).isTrue();
    assertThat(ModelFile.read(out).card().parent().name()).isEqualTo("mlp");
  }

  @ParameterizedTest
  @CsvSource({
    "--model, mlp",
    "--recipe, best",
    "--epochs, 2",
    "--batch, 8",
    "--rate, 0.1",
  })
  void refusesOptionsOfATrainingFromScratch(String option, String value) {
    assertThat(adapt("mlp", strokes, folder.resolve("a.safetensors"), option, value).refused())
        .isEqualTo(Messages.get("cli.train.adapt.notWith", option));
  }

  @Test
  void refusesWhatCannotBeLearnedFrom() throws IOException {
    Path out = folder.resolve("a.safetensors");
    Path few = write(MnistLikeDigits.drawings(4, 1));
    assertThat(adapt("mlp", few, out).refused())
        .isEqualTo(Messages.plural("train.adapt.tooFew", 4, 5));

    Path unlabeled =
        write(MnistLikeDigits.drawings(10, 1).stream().map(d -> labeled(d, null)).toList());
    assertThat(adapt("mlp", unlabeled, out).refused())
        .isEqualTo(Messages.get("data.strokes.noLabel", 1, unlabeled));

    List<LabeledDrawing> blank = new ArrayList<>(MnistLikeDigits.drawings(10, 1));
    blank.set(6, new LabeledDrawing(6, null, Drawing.BLANK));
    assertThat(adapt("mlp", write(blank), out).refused())
        .isEqualTo(Messages.get("train.adapt.blank", 7));

    assertThat(adapt("conv-gru+pen", strokes, out).refused())
        .isEqualTo(Messages.get("cli.model.combination", "conv-gru+pen", "conv-gru, pen"));
    assertThat(run("train", "--adapt", "mlp", "--out", out.toString()).refused())
        .isEqualTo(Messages.get("cli.train.adapt.noStrokes"));
    assertThat(adapt(parent.toString(), strokes, parent, "--force").refused()).isNotBlank();
    assertThat(adapt(parent.toString(), strokes, strokes, "--force").refused()).isNotBlank();
    assertThat(adapt("mlp", strokes, few).refused())
        .isEqualTo(Messages.get("cli.train.exists", few));
    assertThat(out).doesNotExist();
  }

  private static LabeledDrawing labeled(LabeledDrawing drawing, Integer label) {
    return new LabeledDrawing(label, null, drawing.drawing());
  }

  private Path write(List<LabeledDrawing> drawings) throws IOException {
    Path file = Files.createTempFile(folder, "drawings", ".jsonl");
    StrokesFile.write(file, drawings);
    return file;
  }

  private static CliRun adapt(String model, Path strokes, Path out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--adapt",
                model,
                "--strokes",
                strokes.toString(),
                "--out",
                out.toString()));
    arguments.addAll(Arrays.asList(more));
    return run(arguments.toArray(String[]::new));
  }

  private static CliRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    return CliRun.of(shared, all.toArray(String[]::new));
  }
}
