package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.soak.ErrorWatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the bundled models with a robot on the real window. */
class CompareTabTest extends WindowTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void writeImagesAndAModel() throws Exception {
    MnistLikeDigits.writeFolder(folder.resolve("images"), 10, 100);
    ModelFile.write(Models.always(3, 8), folder.resolve("models/threes.safetensors"));
  }

  @BeforeEach
  void selectTab() {
    open(new TestDependencies().images(folder.resolve("images")).models(folder.resolve("models")));
    window.pressControl(KeyCode.DIGIT3);
    window.await("the models", () -> window.label("#consensus").startsWith("Draw a digit"));
  }

  @Test
  void threeModelsPredictOneDrawing() {
    window.draw(MnistLikeDigits.drawing(7));
    window.await("three winners", () -> winners().equals(List.of("7", "7", "7")));

    assertThat(window.label("#consensus")).isEqualTo(allReadSeven());
    assertThat(texts(".time")).hasSize(3).allMatch(time -> time.matches("[\\d,]+ µs"));
    window.click("#tab-draw");
    window.awaitWinner("7");
    window.press(KeyCode.DELETE);
    window.click("#tab-compare");
    window.await("no winner", () -> winners().equals(List.of("–", "–", "–")));
  }

  @Test
  void severalDigitsAreFramedAndChosenInAllColumns() {
    for (int i = 0; i < 2; i++) {
      double left = 70 + 140.0 * i;
      for (Stroke stroke : MnistLikeDigits.drawing(i == 0 ? 7 : 4).strokes()) {
        window.draw(
            new Stroke(
                stroke.points().stream()
                    .map(p -> new InkPoint(left + 0.5 * (p.x() - 140), 140 + 0.5 * (p.y() - 140)))
                    .toList()));
      }
    }
    window.await("the chosen digit", () -> winners().equals(List.of("4", "4", "4")));
    assertThat(
            window.nodes(".digit-tab", Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText))
        .containsExactlyInAnyOrder("7", "4");
    window.press(KeyCode.LEFT);
    window.await("the other digit", () -> winners().equals(List.of("7", "7", "7")));
  }

  @Test
  void anAddedModelCanDifferAndBeRemoved() {
    addModel();
    window.draw(MnistLikeDigits.drawing(7));
    window.await("four winners", () -> winners().equals(List.of("7", "7", "7", "3")));

    assertThat(window.label("#consensus"))
        .endsWith(
            Messages.plural(
                "ui.compare.consensus.group", 1, "threes", Messages.get("ui.compare.digit", 3)));
    assertThat(window.nodes(".column-mark", Node.class).stream().filter(Node::isVisible))
        .hasSize(1);
    window.click(window.within(window.nth(".column", 3), ".remove"));
    window.await("agreement", () -> window.label("#consensus").equals(allReadSeven()));
  }

  @Test
  void aDigitOnWhichModelsDifferCanBePlacedOnTheCanvas() {
    addModel();
    window.await("differences", () -> strip().getItems().size() > 80);
    window.click("#correct-1");
    window.await("threes alone", () -> strip().getItems().size() < 20);
    window.click("#correct-3");
    window.await("others", () -> strip().getItems().size() > 50);

    window.click(window.node(".strip .list-cell"));

    assertThat(window.label("#compare-note")).startsWith("Test digit ");
    assertThat(window.sees("#canvas-background")).isTrue();
    assertThat(window.sees("#invitation")).isFalse();
    window.await("predictions", () -> winners().get(3).equals("3"));
    window.draw(MnistLikeDigits.drawing(1));
    assertThat(window.strokesSeen()).isEqualTo(1);
    window.click("#clear");
    assertThat(window.sees("#canvas-background")).isFalse();
    assertThat(window.label("#compare-note")).isEmpty();
  }

  @Test
  void metricsCurvesAndConfusionMatricesAreOneClickAway() {
    window.click("#show-metrics");
    assertThat(window.sees("28,506")).isTrue();
    window.click("#show-curves");
    assertThat(window.sees("#accuracy-chart")).isTrue();
    window.click("#show-confusions");
    window.await(
        "three matrices",
        () ->
            !window.nodes("#confusion-each", Node.class).isEmpty()
                && window.nodes(".confusion", Node.class).size() == 4);
    window.click("#confusion-difference");
    window.await("a difference", () -> window.sees("#difference"));
  }

  @Test
  void aModelCanBeRemovedWhileItsConfusionMatrixIsSubtracted() {
    window.click("#show-confusions");
    window.click("#confusion-difference");
    window.await("a difference", () -> window.sees("#difference"));
    window.await(
        "all predictions",
        () -> session.compare().predictions().snapshotProperty().get().models().size() == 3);

    try (ErrorWatch watch = new ErrorWatch(error -> {})) {
      window.run(watch::watchThisThread);
      window.click(window.within(window.nth(".column", 0), ".remove"));
      assertThat(watch.errors()).isEmpty();
    }

    assertThat(window.node("#minuend", ComboBox.class).getValue())
        .isEqualTo(session.compare().columns().get(0));
    assertThat(window.node("#subtrahend", ComboBox.class).getValue())
        .isEqualTo(session.compare().columns().get(1));
  }

  @Test
  void columnsWrapInTheSmallestWindow() {
    addModel();
    window.run(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    window.await("a second row", () -> bounds(3).getMinY() > bounds(0).getMinY());

    assertThat(bounds(2).getMinY()).isEqualTo(bounds(0).getMinY());
    for (int i = 0; i < 4; i++) {
      assertThat(bounds(i).getWidth()).isGreaterThanOrEqualTo(168);
      assertThat(bounds(i).getMaxX()).isLessThanOrEqualTo(stage.getScene().getWidth());
    }
  }

  @Test
  void theMenuOpensTheExportDialogs() {
    window.click("#menu");
    window.click("Kaggle submission…");
    window.await("the models", () -> exportModels().getItems().size() == 4);
    assertThat(window.sees("test.csv")).isTrue();
    assertThat(window.node("#export-write").isDisabled()).isTrue();
    window.press(KeyCode.ESCAPE);

    window.click("#menu");
    window.click("Export as ONNX…");
    window.await("the models", () -> exportModels().getItems().size() == 5);
    assertThat(window.sees("test.csv")).isFalse();
    window.press(KeyCode.ESCAPE);
    window.await("no dialog", () -> !window.sees(".modal-backdrop"));
  }

  @Test
  void aModelThatCannotBeLoadedSaysSoInItsColumn() {
    window.run(() -> session.compare().addFile(folder.resolve("none.safetensors")));
    window.await(
        "the sentence", () -> texts("#load-error").get(3).contains("There is no model file"));

    window.draw(MnistLikeDigits.drawing(7));
    window.await("the others", () -> window.label("#consensus").equals(allReadSeven()));
  }

  private void addModel() {
    window.click("#add-model");
    window.click("threes");
  }

  private ComboBox<?> exportModels() {
    return window.node("#export-model", ComboBox.class);
  }

  private List<String> winners() {
    return window.nodes(".column #predicted", Text.class).stream()
        .filter(winner -> winner.getParent().isVisible())
        .map(Text::getText)
        .toList();
  }

  private List<String> texts(String query) {
    return window.nodes(query, Label.class).stream().map(Label::getText).toList();
  }

  private ListView<?> strip() {
    return window.node("#strip", ListView.class);
  }

  private Bounds bounds(int column) {
    Node view = window.nth(".column", column);
    return view.localToScene(view.getLayoutBounds());
  }

  private static String allReadSeven() {
    return Messages.plural("ui.compare.consensus.all", 3, Messages.get("ui.compare.digit", 7), "");
  }
}
