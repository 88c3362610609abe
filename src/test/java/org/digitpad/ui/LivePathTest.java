package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.digitpad.cli.Cli;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.ui.answer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mouse events lead to the same predictions as the command line makes for a file of strokes. */
class LivePathTest extends WindowTest {
  private static final int DRAWINGS = 20;
  private static final long SEED = 4;

  /** Largest rounding error from pixels to canvas units. */
  private static final double TOLERANCE = 1e-9;

  /** The last answer to a drawing. */
  private record Shown(String winner, List<Double> probabilities, DigitImage image) {}

  @Test
  void predictsForDrawingsAsTheCommandLineForAFile(@TempDir Path folder) throws IOException {
    open(new TestDependencies());
    window.await("the recognizer", () -> answer().state() == Answer.State.BLANK);
    List<LabeledDrawing> drawn = new ArrayList<>();
    List<Shown> shown = new ArrayList<>();
    for (Drawing digit : digits()) {
      List<Stroke> strokes = digit.strokes();
      window.draw(digit);
      Drawing onPad = session.pad().drawingProperty().get();
      assertThat(onPad.strokes()).hasSameSizeAs(strokes);
      for (int i = 0; i < strokes.size(); i++) {
        assertSame(onPad.strokes().get(i).points(), window.onPixels(strokes.get(i)));
      }
      drawn.add(new LabeledDrawing(null, null, onPad));
      shown.add(last(onPad));
      window.press(KeyCode.DELETE);
      window.awaitWinner("–");
    }

    Path file = folder.resolve("drawn.jsonl");
    StrokesFile.write(file, drawn);

    assertThat(StrokesFile.read(file).stream().map(each -> StrokeRenderer.render(each.drawing())))
        .containsExactlyElementsOf(shown.stream().map(Shown::image).toList());
    List<JsonNode> predicted = predict(file);
    assertThat(predicted).hasSize(DRAWINGS);
    for (int i = 0; i < DRAWINGS; i++) {
      JsonNode line = predicted.get(i);
      String winner = line.get("rejected").asBoolean() ? "?" : line.get("label").asText();
      assertThat(shown.get(i).winner()).as("drawing %d", i).isEqualTo(winner);
      for (int digit = 0; digit < 10; digit++) {
        // the window may use BLAS, which rounds differently
        assertThat(shown.get(i).probabilities().get(digit).floatValue())
            .isCloseTo(line.get("probabilities").get(digit).floatValue(), within(2e-6f));
      }
    }
  }

  /** Returns digits that fit on the canvas; others would be moved to its edge in part. */
  private static List<Drawing> digits() {
    return BuiltinDigits.drawings(2 * DRAWINGS, SEED).stream()
        .map(LabeledDrawing::drawing)
        .filter(LivePathTest::fits)
        .limit(DRAWINGS)
        .toList();
  }

  private static boolean fits(Drawing drawing) {
    return drawing.strokes().stream()
        .flatMap(stroke -> stroke.points().stream())
        .allMatch(p -> Math.min(p.x(), p.y()) >= 1 && Math.max(p.x(), p.y()) <= 279);
  }

  /** Waits for the prediction for the whole drawing. */
  private Shown last(Drawing drawn) {
    DigitImage image = StrokeRenderer.render(drawn);
    window.await("the last prediction", () -> answer().image().equals(image));
    List<Double> probabilities =
        IntStream.range(0, 10).mapToObj(digit -> answer().probability(digit)).toList();
    return new Shown(window.winner(), probabilities, answer().image());
  }

  private Answer answer() {
    return session.answer().answerProperty().get();
  }

  private static void assertSame(List<InkPoint> points, List<InkPoint> expected) {
    assertThat(points.size()).isEqualTo(expected.size());
    for (int i = 0; i < points.size(); i++) {
      InkPoint point = points.get(i);
      InkPoint wanted = expected.get(i);
      assertThat(Math.hypot(point.x() - wanted.x(), point.y() - wanted.y())).isLessThan(TOLERANCE);
    }
  }

  private static List<JsonNode> predict(Path file) throws IOException {
    StringWriter out = new StringWriter();
    int code =
        new Cli(new PrintWriter(out), new PrintWriter(new StringWriter()), Map.of())
            .run("predict", "--json", file.toString());
    assertThat(code).isEqualTo(Cli.OK);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
