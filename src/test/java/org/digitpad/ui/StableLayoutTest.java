package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing moves under the pointer: panes, messages and errors have space of their own. */
class StableLayoutTest extends WindowTest {
  private static final List<String> TRAIN_PANES =
      List.of("#show-epochs", "#show-misclassified", "#show-runs");
  private static final List<String> COMPARE_PANES =
      List.of("#show-disagreements", "#show-metrics", "#show-curves", "#show-confusions");

  @TempDir private static Path folder;

  @BeforeAll
  static void writeImagesAndModels() throws Exception {
    MnistLikeDigits.writeFolder(folder.resolve("images"), 10, 100);
    ModelFile.write(Models.always(3, 8), folder.resolve("models/threes.safetensors"));
    ModelFile.write(Models.always(4, 8), folder.resolve("models/fours.safetensors"));
  }

  @BeforeEach
  void open() {
    open(new TestDependencies().images(folder.resolve("images")).models(folder.resolve("models")));
  }

  @Test
  void theTrainTabKeepsItsPlacesWhateverIsShownBelow() {
    openTrainTab();
    List<Bounds> before = trainPlaces();
    for (String pane : TRAIN_PANES) {
      window.click(pane);
      assertThat(trainPlaces()).as(pane).isEqualTo(before);
    }
  }

  @Test
  void anErrorInAFieldMovesNoOther() {
    openTrainTab();
    List<Bounds> before = bounds("#batch", "#rate", "#seed", "#threads", "#train");
    window.fill("#epochs", "none");

    assertThat(window.sees("#epochs-error")).isTrue();
    assertThat(bounds("#batch", "#rate", "#seed", "#threads", "#train")).isEqualTo(before);
  }

  @Test
  void aDeletionThatIsCancelledWithEscapeLeavesTheRowAsItWas() {
    openTrainTab();
    window.click("#show-runs");
    window.await("the runs", () -> deleteButton("fours") != null);
    Node delete = deleteButton("fours");
    Node row = row(delete);
    List<Bounds> before = rowBounds(row);

    window.click(delete);
    Node confirm = window.within(row, ".confirm-delete");
    assertThat(confirm.isVisible()).isTrue();
    assertThat(confirm.isFocused()).isTrue();
    assertThat(rowBounds(row)).isEqualTo(before);
    window.press(KeyCode.ESCAPE);

    assertThat(confirm.isVisible()).isFalse();
    assertThat(delete.isFocused()).isTrue();
    assertThat(rowBounds(row)).isEqualTo(before);
    assertThat(folder.resolve("models/fours.safetensors")).exists();
  }

  @Test
  void aMessageMovesNoRow() {
    openTrainTab();
    window.click("#show-runs");
    window.await("the runs", () -> deleteButton("fours") != null);
    Node delete = deleteButton("fours");
    // the next button gets the focus, and would be scrolled into view
    window.run(
        () -> ((ScrollPane) window.within(window.node("#runs"), ".scroll-pane")).setVvalue(1));
    Bounds before = inScene(delete);
    window.click(window.within(row(delete), ".button"));

    assertThat(window.label("#runs-message")).isNotEmpty();
    assertThat(inScene(delete)).isEqualTo(before);
  }

  @Test
  void theCompareTabKeepsItsPlacesWhateverIsShownBelow() {
    openCompareTab();
    List<Bounds> before = comparePlaces();
    for (String pane : COMPARE_PANES) {
      window.click(pane);
      assertThat(comparePlaces()).as(pane).isEqualTo(before);
    }
    window.click("#confusion-difference");
    assertThat(comparePlaces()).isEqualTo(before);
  }

  @Test
  void aFifthModelLeavesAllColumnsTheirSmallestSize() {
    openCompareTab();
    for (String model : List.of("threes", "fours")) {
      window.click("#add-model");
      window.click(model);
    }
    for (double width : new double[] {900, 1200, 1280, 1600}) {
      window.run(() -> stage.setWidth(width));
      assertThat(window.nodes(".column", Node.class))
          .hasSize(5)
          .allSatisfy(
              column -> {
                assertThat(column.getLayoutBounds().getWidth()).isGreaterThanOrEqualTo(168);
                assertThat(column.getLayoutBounds().getHeight()).isGreaterThanOrEqualTo(312);
              });
    }
  }

  @Test
  void theCanvasStaysWhereThePanelInsideOpens() {
    for (double width : new double[] {900, 1280, 1600}) {
      window.run(() -> stage.setWidth(width));
      Bounds before = inScene(window.node("#canvas"));
      window.pressControl(KeyCode.I);
      assertThat(inScene(window.node("#canvas"))).as("%s", width).isEqualTo(before);
      window.pressControl(KeyCode.I);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "units", "maps", "mattered", "change", "input"})
  void anotherDigitMovesNoControlOfTheViewsOfTheNetwork(String section) {
    window.draw(MnistLikeDigits.drawing(7));
    window.awaitWinner("7");
    window.click("#toggle-inside");
    String view = "#inside-view-" + (section.equals("units") ? "states" : section);
    window.click("#inside-" + section);
    window.await(section, () -> window.sees(view));
    Map<String, Bounds> before = insideControls();
    assertThat(before).hasSizeGreaterThan(5);
    window.click("#clear");
    window.draw(MnistLikeDigits.drawing(3));
    window.awaitWinner("3");
    window.await(section, () -> window.sees(view));
    assertThat(insideControls())
        .allSatisfy(
            (id, place) ->
                assertThat(place).as(section + " " + id).isEqualTo(before.getOrDefault(id, place)));
  }

  private Map<String, Bounds> insideControls() {
    return window.nodes("#inside-panel *", Node.class).stream()
        .filter(node -> node.isFocusTraversable() && node.getId() != null && isShown(node))
        .collect(Collectors.toMap(Node::getId, StableLayoutTest::inScene));
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aCorrectionMovesNothing() {
    window.draw(MnistLikeDigits.drawing(7));
    window.awaitWinner("7");
    String[] nodes = {"#canvas", "#its-1", "#its-9", "#its-no-digit", "#model", "#status"};
    List<Bounds> before = bounds(nodes);
    window.click("#its-1");
    window.await("the message", () -> window.label("#draft-error").contains("Kept"));
    assertThat(bounds(nodes)).isEqualTo(before);
    window.click("#undo-correction");
    assertThat(bounds(nodes)).isEqualTo(before);
  }

  @Test
  void theMyDrawingsTabKeepsItsPlacesWhateverIsShown() {
    window.draw(MnistLikeDigits.drawing(7));
    window.awaitWinner("7");
    window.click("#its-1");
    window.click("#tab-my-drawings");
    window.await("the grid", () -> window.sees("#my-drawings-grid"));
    String[] nodes = {
      "#import-drawings", "#export-drawings", "#delete-drawings", "#filter-9", "#misread-only"
    };
    List<Bounds> before = bounds(nodes);
    for (String click : List.of("#filter-9", "#misread-only", "#filter-all", "#delete-drawings")) {
      window.click(click);
      assertThat(bounds(nodes)).as(click).isEqualTo(before);
    }
    window.await("the message", () -> window.sees("#undo-change"));
    assertThat(bounds(nodes)).isEqualTo(before);
  }

  private void openTrainTab() {
    window.click("#tab-train");
    window.await("the images", () -> !window.node("#train").isDisabled());
  }

  private void openCompareTab() {
    window.pressControl(KeyCode.DIGIT3);
    window.await("the models", () -> window.label("#consensus").startsWith("Draw a digit"));
    window.await(
        "all predictions",
        () -> session.compare().predictions().snapshotProperty().get().models().size() == 3);
  }

  private List<Bounds> trainPlaces() {
    return bounds(
        "#show-epochs", "#show-misclassified", "#show-runs", "#loss-chart", "#progress", "#train");
  }

  private List<Bounds> comparePlaces() {
    List<Bounds> places = new ArrayList<>(bounds("#show-disagreements", "#canvas", "#clear"));
    for (int i = 0; i < 3; i++) {
      places.add(inScene(window.nth(".column", i)));
    }
    return places;
  }

  private Node deleteButton(String title) {
    return window.nodes(".delete-run", Node.class).stream()
        .filter(button -> button.getAccessibleText().equals("Delete " + title))
        .findFirst()
        .orElse(null);
  }

  private static Node row(Node button) {
    Node row = button;
    while (!row.getStyleClass().contains("run-row")) {
      row = row.getParent();
    }
    return row;
  }

  private static List<Bounds> rowBounds(Node row) {
    return row.lookupAll("*").stream()
        .filter(node -> !node.getStyleClass().contains("text"))
        .filter(
            node ->
                node.getStyleClass().contains("label") || node.getStyleClass().contains("button"))
        .map(StableLayoutTest::inScene)
        .toList();
  }

  private List<Bounds> bounds(String... queries) {
    return List.of(queries).stream().map(query -> inScene(window.node(query))).toList();
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
