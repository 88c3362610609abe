package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.Launcher;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.recognize.image.ImageFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code predict} reads, and what it does with files that it cannot read. */
final class CliPredictTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir private Path folder;
  private Path image;
  private Path strokes;
  private Path packed;

  @BeforeEach
  void writeInputs() throws IOException {
    image = Files.write(folder.resolve("four"), png(4));
    strokes = strokes("seven.jsonl", 7);
    packed = strokes("three.jsonl.gz", 3);
  }

  @Test
  void readsSeveralDigitsOfAPicture() throws IOException {
    Path row = Files.write(folder.resolve("row.png"), row(1, 9, 8, 4));

    List<JsonNode> lines = run(row).json();

    assertThat(labels(lines)).containsExactly(1, 9, 8, 4);
    for (int part = 0; part < 4; part++) {
      JsonNode line = lines.get(part);
      assertThat(line.get("index").asInt()).isZero();
      assertThat(line.get("part").asInt()).isEqualTo(part);
      assertThat(line.get("parts").asInt()).isEqualTo(4);
      assertThat(line.get("string").asText()).isEqualTo("1984");
      assertThat(line.get("box").get(0).asDouble()).isBetween(140.0 * part, 140.0 * (part + 1));
    }
    List<JsonNode> one = CliRun.of(folder, "predict", "--json", "--single", row.toString()).json();
    assertThat(one).hasSize(1);
  }

  @Test
  void tellsTheFormatByTheContent() throws IOException {
    Path wrong = Files.write(folder.resolve("image.jsonl"), png(5));
    Path noName = Files.copy(strokes, folder.resolve("strokes"));
    Path noPackedName = Files.copy(packed, folder.resolve("strokes.png"));
    Path indented =
        Files.writeString(folder.resolve("indented"), "\r\n \n" + Files.readString(strokes));

    List<JsonNode> lines =
        run(image, wrong, strokes, packed, noName, noPackedName, indented).json();

    assertThat(labels(lines)).containsExactly(4, 5, 7, 3, 7, 3, 7);
  }

  @Test
  void reportsEachBadFileAndReadsTheOthers() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no digit");
    Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(png(1), 60));
    Path tiff =
        Files.write(
            folder.resolve("tiff.png"),
            ImageFiles.encode(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY), "tif"));
    Path missing = folder.resolve("missing");

    CliRun run = run(text, image, cut, tiff, missing, folder, strokes);

    assertThat(run.exitCode()).isEqualTo(Cli.BAD_INPUT);
    assertThat(labels(CliRun.jsonLines(run.out()))).containsExactly(4, 7);
    assertThat(run.err().lines())
        .containsExactly(
            text
                + " is neither an image that can be read (PNG, JPEG, GIF or BMP) nor pen strokes"
                + " (JSON lines); check the file.",
            "The image " + cut + " is damaged; save it again.",
            tiff
                + " is neither an image that can be read (PNG, JPEG, GIF or BMP) nor pen strokes"
                + " (JSON lines); check the file.",
            missing + " does not exist; check the path.",
            folder + " is a folder where a file is expected; name the file.");
  }

  @Test
  void readsSeveralDigitsOfADrawing() throws IOException {
    Path row = row("row.jsonl", 1, 9, 8, 4);

    List<JsonNode> lines = run(row, strokes).json();

    assertThat(labels(lines)).containsExactly(1, 9, 8, 4, 7);
    for (int part = 0; part < 4; part++) {
      JsonNode line = lines.get(part);
      assertThat(line.get("index").intValue()).isZero();
      assertThat(line.get("part").intValue()).isEqualTo(part);
      assertThat(line.get("parts").intValue()).isEqualTo(4);
      assertThat(line.get("string").textValue()).isEqualTo("1984");
      assertThat(line.get("blank").booleanValue()).isFalse();
      assertThat(line.get("score").isNumber()).isTrue();
    }
    assertThat(lines.get(3).get("box").toString()).isEqualTo("[680.0,55.0,125.0,175.0]");
    assertThat(lines.get(4).get("parts").intValue()).isEqualTo(1);
    assertThat(lines.get(4).get("string").textValue()).isEqualTo("7");
  }

  @Test
  void saysSeveralDigitsInOneLine() throws IOException {
    Path row = row("row.jsonl", 1, 9, 8, 4);

    assertThat(CliRun.of(folder, "predict", row.toString()).done().out())
        .matches("\\Q" + row + "\\E 0: 1984 \\(least sure: [1984], [0-9.]+%\\)\\R?");
  }

  @Test
  void takesADrawingForOneDigitOnRequest() throws IOException {
    Path row = row("row.jsonl", 1, 9, 8, 4);

    List<JsonNode> lines =
        CliRun.of(folder, "predict", "--json", "--single", row.toString()).json();

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).get("parts").intValue()).isEqualTo(1);
  }

  @Test
  void explainsEachDigit() throws IOException {
    Path row = row("row.jsonl", 1, 4);

    List<JsonNode> lines =
        CliRun.of(folder, "predict", "--explain", "--json", row.toString(), image.toString())
            .json();

    assertThat(labels(lines)).containsExactly(1, 4, 4);
    for (JsonNode line : lines) {
      JsonNode last = line.get("steps").get(11);
      assertThat(last.get("rows").toString()).isEqualTo("[22,27]");
      for (int digit = 0; digit < 10; digit++) {
        double expected = line.get("probabilities").get(digit).doubleValue();
        assertThat(last.get("stateSoFar").get(digit).doubleValue())
            .isCloseTo(expected, within(1e-6));
        assertThat(last.get("restBlank").get(digit).doubleValue())
            .isCloseTo(expected, within(1e-6));
      }
      assertThat(line.get("states")).hasSize(2);
      assertThat(line.get("states").get(0).get("values")).hasSize(64);
      assertThat(line.get("gradient")).hasSize(28);
    }
    JsonNode change = lines.get(1).get("nearestChange");
    assertThat(change.get("label").intValue()).isNotEqualTo(4);
    assertThat(change.get("sentence").textValue()).contains(change.get("label").toString());
    assertThat(change.get("strokes").get(0)).isNotEmpty();
    assertThat(lines.get(2).has("nearestChange")).isFalse();
  }

  @Test
  void theMlpHasNoSteps() {
    JsonNode line =
        CliRun.of(folder, "predict", "--explain", "--json", "--model", "mlp", strokes.toString())
            .json()
            .get(0);
    assertThat(line.get("steps")).isEmpty();
    assertThat(line.get("states")).isEmpty();
    assertThat(line.get("gradient").get(27)).hasSize(28);
  }

  @Test
  void explainsABlankDrawing() throws IOException {
    Path blank = Files.writeString(folder.resolve("blank.jsonl"), "{\"strokes\":[]}\n");
    JsonNode line =
        CliRun.of(folder, "predict", "--explain", "--json", blank.toString()).json().get(0);
    assertThat(line.get("label").isNull()).isTrue();
    assertThat(line.get("nearestChange").isNull()).isTrue();
  }

  @Test
  void explanationsAreForPrograms() {
    CliRun run = CliRun.of(folder, "predict", "--explain", strokes.toString());
    assertThat(run.exitCode()).isEqualTo(Cli.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).isEqualTo("--explain prints numbers for programs; add --json.");
  }

  @Test
  void aBlankDrawingHasNoLabel() throws IOException {
    Path blank = Files.writeString(folder.resolve("blank.jsonl"), "{\"strokes\":[]}\n");

    JsonNode line = run(blank).json().get(0);

    assertThat(line.get("label").isNull()).isTrue();
    assertThat(line.get("blank").booleanValue()).isTrue();
    assertThat(line.get("rejected").booleanValue()).isTrue();
    assertThat(line.get("string").textValue()).isEmpty();
    assertThat(line.get("parts").intValue()).isEqualTo(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsNamedPipes() throws IOException, InterruptedException {
    for (Path content : List.of(image, strokes, packed)) {
      Path pipe = folder.resolve(content.getFileName() + ".pipe");
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
      Process writer =
          new ProcessBuilder("cp", content.toString(), pipe.toString()).inheritIO().start();

      List<JsonNode> lines = run(pipe).json();

      assertThat(lines).hasSize(1);
      assertThat(lines.get(0).get("file").textValue()).isEqualTo(pipe.toString());
      assertThat(writer.waitFor()).isZero();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsStandardInputAndProcessSubstitution() throws IOException, InterruptedException {
    assumeThat(BASH).exists();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                BASH.toString(),
                "-c",
                "\"$0\" -cp \"$1\" $2 predict --json <(cat \"$3\") - <(cat \"$4\") < <(cat \"$5\")",
                java,
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                strokes.toString(),
                packed.toString(),
                image.toString())
            .redirectError(folder.resolve("err").toFile())
            .start();

    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
    List<JsonNode> lines = CliRun.jsonLines(out);
    assertThat(labels(lines)).containsExactly(7, 4, 3);
    assertThat(lines.get(1).get("file").textValue()).isEqualTo("-");
  }

  private CliRun run(Path... files) {
    String[] arguments = new String[2 + files.length];
    arguments[0] = "predict";
    arguments[1] = "--json";
    for (int i = 0; i < files.length; i++) {
      arguments[2 + i] = files[i].toString();
    }
    return CliRun.of(folder, arguments);
  }

  private static List<Integer> labels(List<JsonNode> lines) {
    return lines.stream().map(line -> line.get("label").intValue()).toList();
  }

  private Path strokes(String name, int digit) {
    Path file = folder.resolve(name);
    try {
      StrokesFile.write(
          file, List.of(new LabeledDrawing(null, null, MnistLikeDigits.drawing(digit))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Writes one drawing with digits side by side, each 200 units from the one before. */
  private Path row(String name, int... digits) throws IOException {
    List<Stroke> row = new ArrayList<>();
    for (int i = 0; i < digits.length; i++) {
      double x = 200 * i;
      for (Stroke stroke : MnistLikeDigits.drawing(digits[i]).strokes()) {
        row.add(
            new Stroke(stroke.points().stream().map(p -> new InkPoint(p.x() + x, p.y())).toList()));
      }
    }
    Path file = folder.resolve(name);
    StrokesFile.write(file, List.of(new LabeledDrawing(null, null, new Drawing(row))));
    return file;
  }

  /** A picture of digits side by side. */
  private static byte[] row(int... digits) {
    int side = 5 * DigitImage.SIDE;
    BufferedImage row = new BufferedImage(digits.length * side, side, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = row.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    for (int i = 0; i < digits.length; i++) {
      graphics.drawImage(picture(digits[i]), i * side, 0, side, side, null);
    }
    graphics.dispose();
    return ImageFiles.encode(row, "png");
  }

  /** A picture of a digit. */
  static byte[] png(int digit) {
    return ImageFiles.encode(picture(digit), "png");
  }

  private static BufferedImage picture(int digit) {
    DigitImage levels = StrokeRenderer.render(MnistLikeDigits.drawing(digit));
    BufferedImage picture =
        new BufferedImage(DigitImage.SIDE, DigitImage.SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        picture.getRaster().setSample(column, row, 0, Math.round(255 * levels.at(row, column)));
      }
    }
    return picture;
  }
}
