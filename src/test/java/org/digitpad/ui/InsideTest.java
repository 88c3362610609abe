package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.ui.common.FileDialogs;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.PreferencesStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the panel that shows what the network does, and uses its views. */
class InsideTest extends WindowTest {
  private static final List<String> SECTIONS =
      List.of("steps", "units", "maps", "mattered", "change", "input");

  private final List<Preferences> saved = new CopyOnWriteArrayList<>(List.of(Preferences.DEFAULT));

  @BeforeEach
  void open() {
    open(
        new TestDependencies()
            .preferences(
                new PreferencesStore() {
                  @Override
                  public Preferences load() {
                    return saved.get(saved.size() - 1);
                  }

                  @Override
                  public void update(UnaryOperator<Preferences> update) {
                    saved.add(update.apply(load()));
                  }
                }));
  }

  private void openPanel(int digit) {
    window.draw(MnistLikeDigits.drawing(digit));
    window.awaitWinner(String.valueOf(digit));
    window.click("#toggle-inside");
    window.await("the steps", () -> window.sees("#inside-view-steps"));
  }

  @Test
  void thePanelIsFoldedAtFirstAndMovesNothingButByItsToggle() {
    assertThat(window.sees("#inside-panel")).isFalse();
    assertThat(window.sees("#bars")).isTrue();
    openPanel(7);
    assertThat(window.sees("#bars")).isFalse();
    window.await("saved", () -> saved.get(saved.size() - 1).showInside());
    List<Bounds> before = places();
    for (String section : SECTIONS) {
      window.click("#inside-" + section);
      window.await(section, () -> window.sees("#inside-view-" + view(section)));
      assertThat(places()).as(section).isEqualTo(before);
    }
    window.pressControl(KeyCode.I);
    assertThat(window.sees("#inside-panel")).isFalse();
    assertThat(window.sees("#bars")).isTrue();
    window.await("saved", () -> !saved.get(saved.size() - 1).showInside());
  }

  private static String view(String section) {
    return section.equals("units") ? "states" : section;
  }

  private List<Bounds> places() {
    return List.of("#canvas", "#inside-steps", "#inside-input", "#inside-export", "#toggle-inside")
        .stream()
        .filter(window::sees)
        .map(window::node)
        .map(node -> node.localToScene(node.getLayoutBounds()))
        .toList();
  }

  @Test
  void whatTakesTheFocusHasAName() {
    openPanel(7);
    for (String section : SECTIONS) {
      window.click("#inside-" + section);
      window.await(section, () -> window.sees("#inside-view-" + view(section)));
      List<Node> nodes = new ArrayList<>();
      window.run(() -> collect(window.node("#inside-panel"), nodes));
      assertThat(nodes)
          .filteredOn(Node::isFocusTraversable)
          .hasSizeGreaterThan(6)
          .allSatisfy(
              node ->
                  assertThat(
                          node instanceof ComboBox<?>
                              ? ((Label)
                                      node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY))
                                  .getText()
                              : String.valueOf(
                                  node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                      .as(section + " " + node)
                      .isNotBlank()
                      .isNotEqualTo("null"));
    }
  }

  private static void collect(Node node, List<Node> into) {
    if (node.isVisible()) {
      into.add(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
      }
    }
  }

  @Test
  void theScrubberWorksWithKeys() {
    openPanel(7);
    assertThat(window.label("#inside-step")).isEqualTo("Step 12 of 12");
    Slider scrubber = (Slider) window.node("#inside-scrubber");
    window.run(scrubber::requestFocus);
    window.press(KeyCode.LEFT);
    window.press(KeyCode.LEFT);
    assertThat(window.label("#inside-step")).isEqualTo("Step 10 of 12");
    window.press(KeyCode.HOME);
    assertThat(window.label("#inside-step")).isEqualTo("Step 1 of 12");
    window.click("#inside-restBlank");
    assertThat(window.label("#inside-rows")).isEqualTo("Rows 1 to 6 are read");
  }

  @Test
  void theStepsArePlayedToTheLastOne() {
    openPanel(7);
    window.run(() -> session.appearance().reduceMotionProperty().set(true));
    Node play = window.node("#inside-play");
    window.run(play::requestFocus);
    // one step at a time
    window.press(KeyCode.SPACE);
    assertThat(window.label("#inside-step")).isEqualTo("Step 1 of 12");
    window.press(KeyCode.SPACE);
    assertThat(window.label("#inside-step")).isEqualTo("Step 2 of 12");
    window.run(() -> session.appearance().reduceMotionProperty().set(false));
    window.run(() -> ((Slider) window.node("#inside-scrubber")).setValue(9));
    window.press(KeyCode.SPACE);
    window.await("the last step", () -> window.label("#inside-step").equals("Step 12 of 12"));
    window.await("the end", () -> play.getAccessibleText().equals("Play the steps"));
    // who takes the slider stops it
    window.press(KeyCode.SPACE);
    window.await("playing", () -> play.getAccessibleText().equals("Pause"));
    window.run(() -> ((Slider) window.node("#inside-scrubber")).setValue(3));
    window.await("not playing", () -> play.getAccessibleText().equals("Play the steps"));
  }

  @Test
  void arrowKeysMoveThroughEachView() {
    openPanel(8);
    window.run(() -> window.node("#inside-steps").requestFocus());
    window.press(KeyCode.RIGHT);
    window.await("the states", () -> window.sees("#inside-heat"));
    window.press(KeyCode.LEFT);
    window.await("the steps", () -> window.sees("#inside-view-steps"));
    window.click("#inside-maps");
    window.await("the product", () -> !window.label("#inside-product").isEmpty());
    window.run(() -> window.node("#inside-strips").requestFocus());
    for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP, KeyCode.LEFT)) {
      String before = window.label("#inside-channel");
      window.press(key);
      window.await(key + " in the maps", () -> !window.label("#inside-channel").equals(before));
    }
    Node products = window.node("#inside-products");
    window.run(products::requestFocus);
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.DOWN);
    assertThat(products.isFocused()).isTrue();
    window.click("#inside-mattered");
    window.await("the maps", () -> window.label("#inside-legend").contains("for 8"));
    window.run(() -> window.node("#inside-digit-3").requestFocus());
    window.press(KeyCode.RIGHT);
    assertThat(window.node("#inside-digit-4").isFocused()).isTrue();
    window.await("the maps of 4", () -> window.label("#inside-legend").contains("for 4"));
    window.press(KeyCode.LEFT);
    assertThat(window.node("#inside-digit-3").isFocused()).isTrue();
  }

  @Test
  void aUnitOfADenseLayerIsChosenAndSwitchedOffWithKeys() {
    openPanel(3);
    window.run(() -> session.activeModel().useOnce(ModelLibrary.find("mlp")));
    window.click("#inside-units");
    window.await("the units", () -> window.sees("#inside-view-dense"));
    window.await(
        "the effect", () -> window.label("#inside-dense-effect").contains("Usually high for"));
    Node heat = window.node("#inside-dense");
    window.run(heat::requestFocus);
    window.press(KeyCode.HOME);
    for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP, KeyCode.LEFT)) {
      String before = window.label("#inside-dense-unit");
      window.press(key);
      assertThat(window.label("#inside-dense-unit")).as(key.name()).isNotEqualTo(before);
    }
    assertThat(heat.isFocused()).isTrue();
    window.press(KeyCode.ENTER);
    window.await("the note", () -> window.label("#inside-note").startsWith("1 unit is off"));
    window.await(
        "the sentence", () -> window.label("#inside-dense-effect").startsWith("Switched off"));
    window.run(() -> session.activeModel().useOnce(ModelLibrary.find("conv-gru")));
    window.await("the states again", () -> window.sees("#inside-view-states"));
  }

  @Test
  void theInkTakesTheColorsOfAUnit() {
    openPanel(5);
    window.click("#inside-units");
    window.await("the states", () -> window.sees("#inside-heat"));
    window.await("the ink", () -> !inkColors().isEmpty());
    List<Paint> first = window.get(this::inkColors);
    Node heat = window.node("#inside-heat");
    window.run(heat::requestFocus);
    window.press(KeyCode.END);
    window.await("other colors", () -> !inkColors().equals(first));
    window.pressControl(KeyCode.I);
    window.await("the ink as it was drawn", () -> inkColors().isEmpty());
  }

  /** Colors of the rows of the ink, from top to bottom; none if it is as it was drawn. */
  private List<Paint> inkColors() {
    Group ink = (Group) stage.getScene().lookup("#inside-ink");
    return !ink.isVisible()
        ? List.of()
        : ink.getChildren().stream()
            .filter(Node::isVisible)
            .map(path -> ((Path) path).getStroke())
            .toList();
  }

  @Test
  void theMapsAreOfTheDigitThatOnePointsAt() {
    openPanel(3);
    window.click("#inside-mattered");
    window.await("the maps", () -> window.label("#inside-legend").contains("for 3"));
    window.hover(window.node("#belief-8"));
    window.await("the maps of 8", () -> window.label("#inside-legend").contains("for 8"));
    window.hover(window.node("#inside-export"));
    window.await("the maps of 3", () -> window.label("#inside-legend").contains("for 3"));
    window.run(() -> window.node("#inside-digit-1").requestFocus());
    window.press(KeyCode.TAB);
    window.await("the maps of 2", () -> window.label("#inside-legend").contains("for 2"));
  }

  @Test
  void aChangeIsToldOnThePaper() {
    openPanel(1);
    window.click("#inside-change");
    window.await(
        "a change or none",
        () -> !window.label("#inside-change-message").startsWith("Changes are tried"));
    // a busy computer may find none in time
    if (window.sees("#inside-change-1")) {
      window.await("a sentence", () -> window.sees("#inside-change-mark"));
      assertThat(((ToggleButton) window.node("#inside-change-1")).getText())
          .startsWith(window.label("#inside-sentence"));
    }
    window.begin(MnistLikeDigits.drawing(7).strokes().get(0));
    window.await("no change while one draws", () -> !window.sees("#inside-change-mark"));
    window.end();
  }

  @Test
  void theCalculatorAppearsSmoothlyUnlessMotionIsReduced() {
    openPanel(6);
    window.click("#inside-maps");
    window.await("the maps", () -> window.sees("#inside-strips"));
    Node strips = window.node("#inside-strips");
    window.run(
        () -> {
          session.appearance().reduceMotionProperty().set(false);
          strips.requestFocus();
        });
    window.press(KeyCode.DOWN);
    window.await("the end", () -> window.node("#inside-products").getOpacity() == 1);
    window.run(() -> session.appearance().reduceMotionProperty().set(true));
    window.press(KeyCode.DOWN);
    assertThat(window.node("#inside-products").getOpacity()).isEqualTo(1);
    assertThat(window.sees("#inside-zoom")).isFalse();
  }

  @Test
  void aNetworkWithoutStepsSaysSo() {
    openPanel(3);
    window.run(() -> session.activeModel().useOnce(ModelLibrary.find("mlp")));
    window.await("the sentence", () -> window.sees("#inside-nothing"));
    assertThat(window.label("#inside-nothing")).contains("no steps");
    window.click("#inside-mattered");
    window.await("the maps", () -> window.sees("#inside-view-mattered"));
  }

  @Test
  void aUnitIsChosenAndSwitchedOffWithKeysAndPutBackWithAClick() {
    openPanel(5);
    window.click("#inside-units");
    window.await("the effect", () -> window.label("#inside-effect").startsWith("Highest for"));
    Node heat = window.node("#inside-heat");
    window.run(heat::requestFocus);
    String first = window.label("#inside-unit");
    window.press(KeyCode.DOWN);
    assertThat(window.label("#inside-unit")).isNotEqualTo(first);
    window.press(KeyCode.ENTER);
    window.await("the note", () -> window.label("#inside-note").startsWith("1 unit is off"));
    window.click("#inside-restore");
    window.await("the note", () -> window.label("#inside-note").isEmpty());
    assertThat(window.sees("#inside-restore")).isFalse();
  }

  @Test
  void aPictureAndATableAreSaved(@TempDir java.nio.file.Path folder) throws Exception {
    java.nio.file.Path file = folder.resolve("inside");
    FileDialogs dialogs = new ChosenFile(file::toFile);
    openPanel(2);
    window.run(() -> dialogs.replaceIn(stage.getScene()));
    window.click("#inside-export");
    window.click("Table (CSV)…");
    window.await("the message", () -> window.label("#inside-note").contains("is saved"));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(25);
    assertThat(lines.get(0)).startsWith("step,first row,last row,view,0,1");
    window.click("#inside-export");
    window.click("Picture (PNG)…");
    window.await("the picture", () -> beginsAsPng(file));
  }

  private static boolean beginsAsPng(java.nio.file.Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return bytes.length > 1000 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
    } catch (IOException gone) {
      return false;
    }
  }
}
