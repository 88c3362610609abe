package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Compares the bundled models with a robot on the real window. */
@ExtendWith(ApplicationExtension.class)
class CompareTabTest {
  @TempDir private static Path folder;

  private AppSession session;
  private Stage stage;
  private PadRobot hand;

  @Start
  void start(Stage stage) throws Exception {
    this.stage = stage;
    Path models = folder.resolve("models");
    MnistLikeDigits.writeFolder(folder.resolve("images"), 10, 100);
    ModelFile.write(Models.always(3, 8), models.resolve("threes.safetensors"));
    session =
        new AppSession(
            TestDependencies.of(
                DigitPadApp.parts().reader(),
                new InMemoryDraftStore(Drawing.BLANK),
                TestDependencies.training(folder.resolve("images"), models),
                TestDependencies.comparing(folder.resolve("images"), models)));
    stage.setWidth(1200);
    stage.setHeight(800);
    session.open(stage);
  }

  @Stop
  void stop() {
    session.close();
  }

  @BeforeEach
  void enter(FxRobot robot) {
    hand = new PadRobot(robot);
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
    hand.await("the models", () -> hand.label("#consensus").startsWith("Draw a digit"));
  }

  @AfterEach
  void letGo(FxRobot robot) {
    robot.release(new KeyCode[0]);
  }

  @Test
  void threeModelsReadOneDrawing(FxRobot robot) {
    hand.draw(DigitStrokes.of(7));
    hand.await("three winners", () -> winners(robot).equals(List.of("7", "7", "7")));

    assertThat(hand.label("#consensus")).isEqualTo("All three read a 7");
    assertThat(texts(robot, ".time")).hasSize(3).allMatch(time -> time.matches("[\\d,]+ µs"));
    robot.clickOn("#room-draw");
    hand.awaitWinner("7");
    robot.type(KeyCode.DELETE);
    robot.clickOn("#room-compare");
    hand.await("no winner", () -> winners(robot).equals(List.of("–", "–", "–")));
  }

  @Test
  void aModelThatIsAddedCanDifferAndBeRemoved(FxRobot robot) {
    robot.clickOn("#add-model").clickOn("threes");
    hand.draw(DigitStrokes.of(7));
    hand.await("four winners", () -> winners(robot).equals(List.of("7", "7", "7", "3")));

    assertThat(hand.label("#consensus")).endsWith("read a 7, threes a 3");
    assertThat(robot.lookup(".differs").queryAll().stream().filter(Node::isVisible)).hasSize(1);
    Node remove =
        robot.from(robot.lookup(".column").nth(3).<Node>query()).lookup(".remove").query();
    robot.clickOn(remove);
    hand.await("agreement", () -> hand.label("#consensus").equals("All three read a 7"));
  }

  @Test
  void aDigitOnWhichTheyDifferGoesToThePaper(FxRobot robot) {
    robot.clickOn("#add-model").clickOn("threes");
    hand.await("differences", () -> strip(robot).getItems().size() > 80);
    robot.clickOn("#right-1");
    hand.await("threes alone", () -> strip(robot).getItems().size() < 20);
    robot.clickOn("#right-3");
    hand.await("others", () -> strip(robot).getItems().size() > 50);

    robot.clickOn(robot.lookup(".strip .list-cell").<Node>query());

    assertThat(hand.label("#compare-note")).startsWith("Test digit ");
    assertThat(hand.sees("#ground")).isTrue();
    assertThat(hand.sees("#invitation")).isFalse();
    hand.await("readings", () -> winners(robot).get(3).equals("3"));
    hand.draw(DigitStrokes.of(1));
    assertThat(hand.strokesSeen()).isEqualTo(1);
    robot.clickOn("#clear");
    assertThat(hand.sees("#ground")).isFalse();
    assertThat(hand.label("#compare-note")).isEmpty();
  }

  @Test
  void whatIsKnownOfTheModelsIsATabAway(FxRobot robot) {
    robot.clickOn("#show-figures");
    assertThat(hand.sees("28,506")).isTrue();
    robot.clickOn("#show-curves");
    assertThat(hand.sees("#accuracy-chart")).isTrue();
    robot.clickOn("#show-confusions");
    hand.await(
        "three matrices",
        () -> robot.lookup("#confusion-each").tryQuery().isPresent() && grids(robot) == 4);
    robot.clickOn("#confusion-difference");
    hand.await("a difference", () -> hand.sees("#difference"));
  }

  @Test
  void columnsFoldInTheSmallestWindow(FxRobot robot) {
    robot.clickOn("#add-model").clickOn("threes");
    robot.interact(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    hand.await("a fold", () -> top(robot, 3) > top(robot, 0));

    assertThat(top(robot, 2)).isEqualTo(top(robot, 0));
    for (int i = 0; i < 4; i++) {
      Bounds bounds = bounds(robot, i);
      assertThat(bounds.getWidth()).isGreaterThanOrEqualTo(168);
      assertThat(bounds.getMaxX()).isLessThanOrEqualTo(stage.getScene().getWidth());
    }
  }

  @Test
  void theMenuLeadsToTheFilesForOthers(FxRobot robot) {
    robot.clickOn("#menu").clickOn("Kaggle submission…");
    hand.await("the models", () -> list(robot).getItems().size() == 4);
    assertThat(hand.sees("test.csv")).isTrue();
    assertThat(robot.lookup("#export-write").query().isDisabled()).isTrue();
    robot.type(KeyCode.ESCAPE);

    robot.clickOn("#menu").clickOn("Export as ONNX…");
    hand.await("the models", () -> list(robot).getItems().size() == 4);
    assertThat(hand.sees("test.csv")).isFalse();
    robot.type(KeyCode.ESCAPE);
    hand.await("no sheet", () -> !hand.sees(".sheet-backdrop"));
  }

  @Test
  void aModelThatDoesNotLoadSaysSoInItsColumn(FxRobot robot) {
    robot.interact(() -> session.compare().addFile(folder.resolve("none.safetensors")));
    hand.await(
        "the sentence", () -> texts(robot, "#fault").get(3).contains("There is no model file"));

    hand.draw(DigitStrokes.of(7));
    hand.await("the others", () -> hand.label("#consensus").equals("All three read a 7"));
  }

  private static ComboBox<?> list(FxRobot robot) {
    return robot.lookup("#export-model").queryAs(ComboBox.class);
  }

  private static List<String> winners(FxRobot robot) {
    return robot.lookup(".column #winner").queryAllAs(Text.class).stream()
        .filter(winner -> winner.getParent().isVisible())
        .map(Text::getText)
        .toList();
  }

  private static List<String> texts(FxRobot robot, String query) {
    return robot.lookup(query).queryAllAs(Label.class).stream().map(Label::getText).toList();
  }

  private static int grids(FxRobot robot) {
    return robot.lookup(".confusion").queryAll().size();
  }

  private static ListView<?> strip(FxRobot robot) {
    return robot.lookup("#strip").queryAs(ListView.class);
  }

  private static double top(FxRobot robot, int column) {
    return bounds(robot, column).getMinY();
  }

  private static Bounds bounds(FxRobot robot, int column) {
    Parent view = robot.lookup(".column").nth(column).query();
    return view.localToScene(view.getLayoutBounds());
  }
}
