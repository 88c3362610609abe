package org.digitpad.data.strokes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.digitpad.data.mnist.MnistFixture.gzip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokesFileTest {
  private static final LabeledDrawing SEVEN =
      new LabeledDrawing(
          7,
          "añb",
          new Drawing(
              List.of(
                  new Stroke(List.of(new InkPoint(1, 2.5), new InkPoint(-3e300, 0.1))),
                  new Stroke(List.of(new InkPoint(4, 4)))),
              12.5));
  private static final LabeledDrawing BLANK = new LabeledDrawing(null, null, Drawing.BLANK);

  @TempDir Path folder;

  @Test
  void readsAllFieldsInAnyOrderAndIgnoresOthers() {
    String line =
        "{\"extra\":{\"strokes\":[1,{}]},\"strokes\":[[[1,2.5],[-3e300,0.1]],[[4,4]]],"
            + "\"width\":12.5,\"group\":\"añb\",\"label\":7,\"time\":[1,2]}";
    assertThat(StrokesFile.read(file(line))).containsExactly(SEVEN);
  }

  @Test
  void onlyStrokesAreRequired() {
    assertThat(StrokesFile.read(file("{\"strokes\":[]}"))).containsExactly(BLANK);
    assertThat(StrokesFile.read(file("{\"label\":null,\"strokes\":[[]]}")))
        .containsExactly(
            new LabeledDrawing(null, null, new Drawing(List.of(new Stroke(List.of())))));
  }

  @Test
  void ignoresBlankLinesButCountsThem() {
    Path file = file("\r\n{\"strokes\":[]}\r\n  \n{\"strokes\":[]}\n\n");
    assertThat(StrokesFile.read(file)).containsExactly(BLANK, BLANK);
    assertRejected(file("\n \n{\"label\":1}"), "line 3: \"strokes\" is missing");
  }

  @Test
  void readsLinesLongerThanABuffer() {
    List<InkPoint> points = Collections.nCopies(50_000, new InkPoint(12.25, 7.5));
    String line = "{\"strokes\":[" + Arrays.toString(coordinates(points)) + "]}";
    List<LabeledDrawing> read = StrokesFile.read(file(line + "\n{\"strokes\":[]}\n" + line));
    assertThat(read).hasSize(3);
    assertThat(read.get(2).drawing().strokes()).containsExactly(new Stroke(points));
  }

  @ParameterizedTest
  @ValueSource(strings = {"d.jsonl", "d.jsonl.gz"})
  void writesWhatItReads(String name) throws IOException {
    Path file = folder.resolve(name);
    StrokesFile.write(file, List.of(SEVEN, BLANK, SEVEN));
    assertThat(StrokesFile.read(file)).containsExactly(SEVEN, BLANK, SEVEN);
    assertThat(Files.readAllBytes(file)[0] == 0x1f).isEqualTo(name.endsWith(".gz"));
  }

  @Test
  void writesOneDrawingPerLine() throws IOException {
    Path file = folder.resolve("d.jsonl");
    StrokesFile.write(file, List.of(SEVEN, BLANK));
    assertThat(file)
        .usingCharset(StandardCharsets.UTF_8)
        .hasContent(
            "{\"label\":7,\"group\":\"añb\",\"width\":12.5,"
                + "\"strokes\":[[[1.0,2.5],[-3.0E300,0.1]],[[4.0,4.0]]]}\n"
                + "{\"width\":16.0,\"strokes\":[]}\n");
  }

  @Test
  void rejectsAFileWithoutADrawing() {
    assertRejected(file(""), "is empty");
    assertRejected(file(" \n\n"), "is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"strokes\":[[[1,2]]",
        "{\"strokes\":[[[1,2]]}",
        "{\"strokes\":}",
        "{strokes:[]}",
        "<html>",
        "\u0089PNG",
        "{\"strokes\":[[[1,2",
        "nonsense"
      })
  void rejectsInvalidJson(String line) {
    assertRejected(file("{\"strokes\":[]}\n" + line + "\n{\"strokes\":[]}"), "line 2: ", "JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"x\"", "null", "NaN"})
  void rejectsAnythingButAnObject(String line) {
    assertRejected(file(line), "line 1: this is not an object");
  }

  @Test
  void rejectsTwoDrawingsInALine() {
    assertRejected(file("{\"strokes\":[]}{\"strokes\":[]}"), "line 1: something follows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "{}", "\"x\""})
  void rejectsStrokesThatAreNotAList(String strokes) {
    assertRejected(file("{\"strokes\":" + strokes + "}"), "line 1: \"strokes\" must be a list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "{}"})
  void rejectsAStrokeThatIsNotAList(String stroke) {
    assertRejected(file("{\"strokes\":[" + stroke + "]}"), "line 1: a stroke must be a list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "[]",
        "[1]",
        "[1,2,3]",
        "[1,\"2\"]",
        "[null,1]",
        "[[1],2]",
        "[1,true]",
        "[NaN,1]",
        "[1,Infinity]",
        "[-Infinity,1]",
        "[1,1e999]",
        "{}"
      })
  void rejectsAPointThatIsNotTwoFiniteNumbers(String point) {
    assertRejected(
        file("{\"strokes\":[[[1,2]," + point + "]]}"),
        "line 1: a point must be two finite numbers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10", "-1", "7.0", "\"7\"", "true", "[7]", "99999999999999999999", "-0", "1e0"})
  void rejectsALabelThatIsNotADigit(String label) {
    assertRejected(
        file("{\"label\":" + label + ",\"strokes\":[]}"), "line 1: \"label\" must be a digit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"3\"", "NaN", "Infinity", "1e999", "[1]"})
  void rejectsAWidthThatIsNotPositive(String width) {
    assertRejected(
        file("{\"width\":" + width + ",\"strokes\":[]}"), "line 1: \"width\" must be a number");
  }

  @Test
  void eachStrokeKeepsItsPenWidth() throws IOException {
    Path file = folder.resolve("d.jsonl");
    List<InkPoint> dot = List.of(new InkPoint(1, 2));
    LabeledDrawing drawing =
        new LabeledDrawing(
            null,
            null,
            new Drawing(List.of(new Stroke(dot, 8), new Stroke(dot, 20.5), new Stroke(dot, 8))));
    StrokesFile.write(file, List.of(drawing));
    assertThat(file)
        .hasContent(
            "{\"width\":20.5,\"widths\":[8.0,20.5,8.0],"
                + "\"strokes\":[[[1.0,2.0]],[[1.0,2.0]],[[1.0,2.0]]]}\n");
    assertThat(StrokesFile.read(file)).containsExactly(drawing);
    String late = "{\"strokes\":[[[1,2]],[]],\"width\":3,\"widths\":[8,1e1]}";
    assertThat(StrokesFile.read(file(late)).get(0).drawing().strokes())
        .containsExactly(new Stroke(dot, 8), new Stroke(List.of(), 10));
    assertThat(StrokesFile.read(file("{\"widths\":null,\"strokes\":[]}"))).containsExactly(BLANK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "[]",
        "[8]",
        "[8,8,8]",
        "[8,0]",
        "[8,-1]",
        "[8,\"8\"]",
        "[8,null]",
        "[8,1e999]"
      })
  void rejectsWidthsThatAreNotOnePositiveNumberForEachStroke(String widths) {
    assertRejected(
        file("{\"widths\":" + widths + ",\"strokes\":[[[1,2]],[[3,4]]]}"),
        "line 1: \"widths\" must be a list");
  }

  @Test
  void rejectsAGroupThatIsNotText() {
    assertThat(StrokesFile.read(file(group("\"" + "x".repeat(200) + "\"")))).hasSize(1);
    for (String value : List.of("1", "\"" + "x".repeat(201) + "\"", "\"\\ud800\"")) {
      assertRejected(file(group(value)), "line 1: \"group\" must be text");
    }
  }

  private static String group(String value) {
    return "{\"group\":" + value + ",\"strokes\":[]}";
  }

  @ParameterizedTest
  @CsvSource({"-1,is cut short", "-30,is cut short", "1,is damaged"})
  void rejectsADamagedGzip(int change, String message) {
    byte[] compressed = gzip("{\"strokes\":[]}\n".repeat(500).getBytes(StandardCharsets.UTF_8));
    byte[] damaged = Arrays.copyOf(compressed, compressed.length + change);
    assertRejected(MnistFixture.write(folder.resolve("d.jsonl.gz"), damaged), message);
  }

  @Test
  void rejectsALineThatIsTooLong() {
    Path file = MnistFixture.write(folder.resolve("d.jsonl"), new byte[17 << 20]);
    assertRejected(file, "line 1: the line is too long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"label", "group", "width", "strokes"})
  void rejectsAFieldThatIsGivenTwice(String field) {
    String value = field.equals("group") ? "\"a\"" : field.equals("strokes") ? "[]" : "1";
    String one = "\"" + field + "\":" + value;
    assertRejected(
        file("{\"strokes\":[]}\n{" + one + "," + one + ",\"strokes\":[]}"),
        Messages.get("data.strokes.duplicate", folder.resolve("drawings.jsonl"), 2, field));
  }

  @Test
  void anUnknownFieldMayBeGivenTwice() {
    assertThat(StrokesFile.read(file("{\"x\":1,\"x\":2,\"strokes\":[]}"))).hasSize(1);
  }

  @Test
  void onlyUtf8IsRead() {
    String line = "{\"strokes\":[]}";
    byte[] overlong = ("{\"group\":\"??\",\"strokes\":[]}").getBytes(StandardCharsets.UTF_8);
    overlong[10] = (byte) 0xc0;
    overlong[11] = (byte) 0xaf;
    byte[][] others = {
      line.getBytes(StandardCharsets.UTF_16BE),
      line.getBytes(StandardCharsets.UTF_16),
      line.getBytes(Charset.forName("UTF-32")),
      {0, 0, '{', 0, 0, 0, 0, 0},
      overlong
    };
    for (byte[] bytes : others) {
      assertRejected(
          MnistFixture.write(folder.resolve("d.jsonl"), bytes), "line 1: this is not valid JSON");
    }
  }

  /** A line counts as 4 points, and a stroke as 2. */
  @Test
  void limitsWhatAFileHolds() {
    String half = "{\"strokes\":[[" + "[1,2],".repeat(399_993) + "[1,2]]]}\n";
    Path points = file(half.repeat(3) + "{\"strokes\":[]}");
    assertRejected(points, Messages.get("data.strokes.tooMuch", points, 4, 1_200_000));
    Path strokes = file("\n{\"strokes\":[" + "[],".repeat(2_000_000) + "[]]}");
    assertRejected(strokes, Messages.get("data.strokes.tooMuch", strokes, 2, 1_200_000));
  }

  @Test
  void limitsTheLinesOfAFile() {
    byte[] lines = "{\"strokes\":[]}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    Path small = MnistFixture.write(folder.resolve("d.gz"), gzip(lines, lines, 100));
    assertRejected(small, Messages.get("data.strokes.tooMuch", small, 300_001, 1_200_000));
  }

  @Test
  void limitsBlankLines() {
    byte[] feeds = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    Path small = MnistFixture.write(folder.resolve("d.gz"), gzip(feeds, feeds, 100));
    assertRejected(small, Messages.get("io.input.blankLines", small, 1_000_001, 1_000_000));
  }

  @Test
  void aByteOrderMarkIsAllowedAtTheStart() {
    assertThat(StrokesFile.read(file("\ufeff{\"strokes\":[]}\n"))).containsExactly(BLANK);
    assertRejected(file("{\"strokes\":[]}\n\ufeff{\"strokes\":[]}"), "line 2", "JSON");
  }

  @Test
  void rejectsAMissingFileAndAFolder() {
    assertRejected(folder.resolve("none.jsonl"), "does not exist");
    assertRejected(folder, "is a folder");
  }

  private Path file(String text) {
    return MnistFixture.write(
        folder.resolve("drawings.jsonl"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String[] coordinates(List<InkPoint> points) {
    return points.stream().map(p -> "[" + p.x() + "," + p.y() + "]").toArray(String[]::new);
  }

  private static void assertRejected(Path file, String... parts) {
    assertThatThrownBy(() -> StrokesFile.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContainingAll(parts)
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("\n");
  }
}
