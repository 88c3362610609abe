package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
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
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** From mouse events to the answer is the same way as from a file to that of the command line. */
@ExtendWith(ApplicationExtension.class)
class LivePathTest {
  private static final int DRAWINGS = 20;
  private static final long SEED = 4;

  /** In units: what the way from pixels to units may round. */
  private static final double SAME = 1e-9;

  private AppSession session;

  @Start
  void start(Stage stage) {
    session =
        new AppSession(
            TestDependencies.of(
                DigitPadApp.parts().reader(), new InMemoryDraftStore(Drawing.BLANK)));
    session.open(stage);
  }

  @Stop
  void stop() {
    session.close();
  }

  /** What stood beside the paper in the end. */
  private record Shown(String winner, List<Double> probabilities, DigitImage image) {}

  @Test
  void whatIsDrawnIsReadAsFromAFile(FxRobot robot, @TempDir Path folder) throws IOException {
    PadRobot hand = new PadRobot(robot);
    hand.await("the reader", () -> hand.sentence().equals("Nothing drawn yet"));
    List<LabeledDrawing> drawn = new ArrayList<>();
    List<Shown> shown = new ArrayList<>();
    for (Drawing digit : digits()) {
      List<Stroke> strokes = digit.strokes();
      hand.draw(digit);
      Drawing onPad = session.pad().drawingProperty().get();
      assertThat(onPad.strokes()).hasSameSizeAs(strokes);
      for (int i = 0; i < strokes.size(); i++) {
        assertSame(onPad.strokes().get(i).points(), hand.onPixels(strokes.get(i)));
      }
      drawn.add(new LabeledDrawing(null, null, onPad));
      shown.add(last(hand, onPad));
      robot.type(KeyCode.DELETE);
      hand.awaitWinner("–");
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
        assertThat(shown.get(i).probabilities().get(digit).floatValue())
            .isEqualTo(line.get("probabilities").get(digit).floatValue());
      }
    }
  }

  /** Digits that fit on the paper; the rest of others would be drawn along its edge. */
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

  /** Waits for the answer about all that was drawn. */
  private Shown last(PadRobot hand, Drawing drawn) {
    DigitImage image = StrokeRenderer.render(drawn);
    hand.await("the last reading", () -> answer().image().equals(image));
    return new Shown(hand.winner(), answer().probabilities(), answer().image());
  }

  private Answer answer() {
    return session.answer().answerProperty().get();
  }

  private static void assertSame(List<InkPoint> places, List<InkPoint> expected) {
    assertThat(places.size()).isEqualTo(expected.size());
    for (int i = 0; i < places.size(); i++) {
      InkPoint place = places.get(i);
      InkPoint wanted = expected.get(i);
      assertThat(Math.hypot(place.x() - wanted.x(), place.y() - wanted.y())).isLessThan(SAME);
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
