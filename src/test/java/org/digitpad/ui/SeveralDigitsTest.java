package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.answer.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Draws rows of digits with a robot on the real window, with the bundled model. */
class SeveralDigitsTest extends WindowTest {
  @BeforeEach
  void open() {
    open(new TestDependencies());
    window.await("the recognizer", () -> answer().state() == Answer.State.BLANK);
  }

  @Test
  void readsAndBoxesARowAndChoosesByClickAndKeys() {
    drawRow("1984");
    awaitRow("1984");
    assertThat(tabs()).extracting(Label::getText).containsExactly("1", "9", "8", "4");
    assertThat(window.winner()).isEqualTo("4");
    assertThat(window.node("#canvas").getAccessibleHelp())
        .startsWith("Reads 1984; chosen: digit 4");
    long strokes = window.strokesSeen();

    window.click(tabs().get(1));

    window.awaitWinner("9");
    assertThat(window.strokesSeen()).isEqualTo(strokes);
    assertThat(tabs().get(1).getAccessibleText()).isEqualTo("Digit 2 of 4: 9");
    window.press(KeyCode.LEFT);
    window.awaitWinner("1");
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT);
    window.awaitWinner("8");
    window.press(KeyCode.ESCAPE);
    window.awaitWinner("4");
    window.press(KeyCode.DELETE);
    window.awaitWinner("–");
    assertThat(tabs()).isEmpty();
  }

  @Test
  void aDigitAloneHasNoBoxWhileItIsDrawn() {
    for (int digit : List.of(4, 5, 7)) {
      for (Stroke stroke : MnistLikeDigits.drawing(digit).strokes()) {
        window.begin(stroke);
        assertThat(tabs()).isEmpty();
        window.end();
      }
      window.awaitWinner(String.valueOf(digit));
      assertThat(tabs()).isEmpty();
      window.press(KeyCode.DELETE);
      window.awaitWinner("–");
    }
  }

  @Test
  void aStrokeThatBeginsOnATabDraws() {
    drawRow("17");
    awaitRow("17");
    long strokes = window.strokesSeen();
    Bounds tab = window.get(() -> tabs().get(0).localToScreen(tabs().get(0).getLayoutBounds()));
    Point2D from = new Point2D(tab.getCenterX(), tab.getCenterY());

    window.drag(from, from.add(0, 60));

    assertThat(window.strokesSeen()).isEqualTo(strokes + 1);
  }

  @Test
  void nothingElseMovesFromOneToTenDigits() {
    Bounds bars = null;
    Bounds image = null;
    for (String digits : List.of("1", "17", "1111111111")) {
      drawRow(digits);
      awaitRow(digits);
      if (bars == null) {
        bars = bounds("#bars");
        image = bounds("#network-image");
      }
      assertThat(bounds("#bars")).isEqualTo(bars);
      assertThat(bounds("#network-image")).isEqualTo(image);
      Bounds answer = bounds("#predicted");
      assertThat(answer.getMaxX()).isLessThanOrEqualTo(bars.getMaxX() + 1);
      // digits end at their base line, and the line below the chosen one above the bars
      assertThat(answer.getCenterY()).isLessThan(bars.getMinY());
      assertThat(bounds(".predicted-line").getMaxY()).isLessThanOrEqualTo(bars.getMinY());
      window.press(KeyCode.DELETE);
      window.awaitWinner("–");
    }
  }

  @Test
  void theFirstDigitAndTheSentenceStayWhereASecondBegins() {
    drawRow("1 ");
    awaitRow("1");
    Bounds first = bounds("#predicted");
    Bounds sentence = bounds("#sentence");
    window.press(KeyCode.DELETE);
    window.awaitWinner("–");
    drawRow("17");
    awaitRow("17");
    window.press(KeyCode.LEFT);
    window.awaitWinner("1");

    assertThat(bounds("#predicted")).isEqualTo(first);
    assertThat(bounds("#sentence")).isEqualTo(sentence);
  }

  private Bounds bounds(String query) {
    Node node = window.node(query);
    return window.get(() -> node.localToScene(node.getLayoutBounds()));
  }

  private List<Label> tabs() {
    return window.nodes(".digit-tab", Label.class).stream()
        .filter(Node::isVisible)
        .sorted((one, other) -> Double.compare(one.getLayoutX(), other.getLayoutX()))
        .toList();
  }

  private void awaitRow(String digits) {
    window.await("the row " + digits, () -> answer().headline().equals(digits));
  }

  private Answer answer() {
    return session.answer().answerProperty().get();
  }

  private void drawRow(String digits) {
    double width = 270.0 / digits.length();
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) == ' ') {
        continue;
      }
      double scale = Math.min(1, width / 200);
      double left = 5 + width * (i + 0.5);
      for (Stroke stroke : MnistLikeDigits.drawing(digits.charAt(i) - '0').strokes()) {
        window.draw(
            new Stroke(
                stroke.points().stream()
                    .map(
                        p ->
                            new InkPoint(left + scale * (p.x() - 140), 140 + scale * (p.y() - 140)))
                    .toList()));
      }
    }
  }
}
