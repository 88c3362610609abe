package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.learn.FakeLearner;
import org.digitpad.ui.practice.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks the tabs: names, values and roles for screen readers, visible focus, and contrast. */
class AccessibilityTest extends WindowTest {
  /** WCAG 2.2, success criteria 1.4.11 and 2.4.13. */
  private static final double MIN_CONTRAST = 3;

  private static final int MIN_FOCUS_PIXELS = 30;
  private static final int MAX_TABS = 80;

  @TempDir private static Path folder;

  /** The user's own models. */
  @TempDir private Path models;

  @BeforeAll
  static void writeImages() {
    MnistLikeDigits.writeFolder(folder.resolve("images"), 10, 100);
  }

  @BeforeEach
  void open() {
    Path mine = folder.resolve("my-drawings.jsonl");
    new MyDrawingsStore(mine)
        .update(
            kept ->
                IntStream.range(0, 10)
                    .mapToObj(
                        digit ->
                            MyDrawing.of(
                                MnistLikeDigits.drawing(digit), digit, Instant.EPOCH, "", 3))
                    .toList());
    open(
        new TestDependencies()
            .images(folder.resolve("images"))
            .myDrawings(mine)
            .models(models)
            .learner(new FakeLearner()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"draw", "train", "compare", "my-drawings", "practice", "learn"})
  void whatTakesTheFocusHasAName(String tab) {
    openTab(tab);
    for (Node node : allNodes()) {
      if (node.isFocusTraversable() || node instanceof ProgressIndicator) {
        assertThat(name(node)).as(node.toString()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "compare"})
  void fieldsAndListsTellTheirValue(String tab) {
    openTab(tab);
    for (Node node : allNodes()) {
      if (node instanceof TextInputControl field) {
        assertThat(field.getAccessibleText()).as(field.toString()).isNull();
        assertThat(spoken(field))
            .as(field.toString())
            .isEqualTo(field.getText().isEmpty() ? field.getPromptText() : field.getText());
      } else if (node instanceof ComboBox<?> list && list.getValue() != null) {
        assertThat(list.getAccessibleText()).as(list.toString()).isNull();
      }
    }
    assertThat(allNodes()).anyMatch(ComboBox.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "compare"})
  void tabsAreTabs(String tab) {
    openTab(tab);
    List<Node> items =
        allNodes().stream()
            .filter(node -> node.getId() != null && node.getId().matches("(show|tab|confusion)-.*"))
            .filter(node -> node instanceof Labeled)
            .toList();
    assertThat(items).hasSizeGreaterThanOrEqualTo(6);
    for (Node item : items) {
      assertThat(item.getAccessibleRole()).as(item.toString()).isEqualTo(AccessibleRole.TAB_ITEM);
      assertThat(item.getParent().getAccessibleRole()).isEqualTo(AccessibleRole.TAB_PANE);
      assertThat(item.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isNotNull();
    }
  }

  @Test
  void tooltipsAreAlsoHelp() {
    openTab("train");
    assertThat(
            Stream.of("#epochs", "#batch", "#rate", "#seed", "#threads", "#data", "#choose-other")
                .filter(query -> !query.equals("#data"))
                .map(query -> window.node(query).getAccessibleHelp()))
        .doesNotContainNull()
        .allMatch(help -> !help.isBlank());
    String tip = window.node("#epochs").getAccessibleHelp();
    window.fill("#epochs", "none");
    assertThat(window.node("#epochs").getAccessibleHelp()).isNotEqualTo(tip);
    window.fill("#epochs", "3");
    assertThat(window.node("#epochs").getAccessibleHelp()).isEqualTo(tip);
  }

  @Test
  void fieldsShowTheirTooltipsThemselves() {
    openTab("train");
    for (String field : List.of("#epochs", "#batch", "#rate", "#seed", "#threads")) {
      window.click(field);
      // controls consume the events that a tooltip of their parent would need
      assertThat(window.node(field).getProperties().values())
          .as(field)
          .anyMatch(Tooltip.class::isInstance);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"draw", "train", "compare", "my-drawings", "practice", "learn"})
  void theFocusIsVisibleEverywhere(String tab) {
    openTab(tab);
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      useTheme(theme);
      Set<Node> visited = new LinkedHashSet<>();
      WritableImage before = snapshot();
      for (int i = 0; i < MAX_TABS; i++) {
        window.press(KeyCode.TAB);
        WritableImage after = snapshot();
        Node owner = window.get(() -> stage.getScene().getFocusOwner());
        if (!visited.add(owner)) {
          break;
        }
        assertThat(changedPixels(before, after, owner))
            .as(theme + ": focus of " + owner)
            .isGreaterThanOrEqualTo(MIN_FOCUS_PIXELS);
        before = after;
      }
      assertThat(visited).hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "units", "maps", "mattered", "change", "input"})
  void theFocusIsVisibleInEveryViewOfTheNetwork(String section) {
    window.draw(MnistLikeDigits.drawing(7));
    window.awaitWinner("7");
    window.click("#toggle-inside");
    String view = "#inside-view-" + (section.equals("units") ? "states" : section);
    window.click("#inside-" + section);
    window.await(section, () -> window.sees(view));
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      useTheme(theme);
      window.run(() -> window.node("#inside-export").requestFocus());
      WritableImage before = snapshot();
      window.press(KeyCode.TAB);
      Node owner = window.get(() -> stage.getScene().getFocusOwner());
      while (owner.getParent() != null && isWithin(owner, window.node("#inside-panel"))) {
        WritableImage after = snapshot();
        assertThat(changedPixels(before, after, owner))
            .as(theme + ": focus of " + owner)
            .isGreaterThanOrEqualTo(MIN_FOCUS_PIXELS);
        before = after;
        window.press(KeyCode.TAB);
        Node next = window.get(() -> stage.getScene().getFocusOwner());
        assertThat(next).as("the focus moves on").isNotSameAs(owner);
        owner = next;
      }
    }
  }

  private static boolean isWithin(Node node, Node ancestor) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == ancestor) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void controlsBarsAndCurvesStandOut(ThemeChoice theme) {
    useTheme(theme);
    assertThat(window.nodes(".slider > .track", Region.class)).isNotEmpty();
    window
        .nodes(".slider > .track", Region.class)
        .forEach(track -> assertStandsOut(fill(track, 1), track.getParent().getParent()));
    openTab("train");
    window.run(
        () ->
            session
                .train()
                .history()
                .saved()
                .forEach(model -> session.train().history().compare(model, true)));
    for (Node node : allNodes()) {
      if (node instanceof TextField || node instanceof ComboBox<?>) {
        assertStandsOut(fill((Region) node, 0), node.getParent());
      }
    }
    window
        .nodes(".check-box > .box", Region.class)
        .forEach(box -> assertStandsOut(fill(box, 0), box.getParent().getParent()));
    assertCurvesStandOut();
    openTab("compare");
    window.click("#show-curves");
    assertCurvesStandOut();
    window
        .nodes(".probability-fill", Region.class)
        .forEach(
            bar -> {
              assertStandsOut(fill(bar, 0), bar.getParent());
              assertContrast(
                  fill(bar, 0),
                  fill((Region) bar.getParent().lookup(".probability-track"), 0),
                  bar);
            });
  }

  private void assertCurvesStandOut() {
    List<Shape> curves =
        window.nodes(".curve", Shape.class).stream().filter(AccessibilityTest::isShown).toList();
    assertThat(curves).hasSizeGreaterThan(3);
    curves.forEach(curve -> assertStandsOut(curve.getStroke(), curve.getParent()));
  }

  private void assertStandsOut(Paint color, Node around) {
    Color background = null;
    for (Node node = around; node != null && background == null; node = node.getParent()) {
      if (node instanceof Region region && region.getBackground() != null) {
        List<BackgroundFill> fills = region.getBackground().getFills();
        if (!fills.isEmpty()
            && fills.get(fills.size() - 1).getFill() instanceof Color last
            && last.isOpaque()) {
          background = last;
        }
      }
    }
    assertContrast(color, background, around);
  }

  private static void assertContrast(Paint color, Paint background, Node node) {
    assertThat(contrast((Color) color, (Color) background))
        .as(color + " on " + background + ": " + node)
        .isGreaterThanOrEqualTo(MIN_CONTRAST);
  }

  private static Paint fill(Region region, int layer) {
    return region.getBackground().getFills().get(layer).getFill();
  }

  private void openTab(String tab) {
    if (tab.equals("practice")) {
      openPractice();
      return;
    }
    if (tab.equals("learn")) {
      openLearning();
      return;
    }
    window.click("#tab-" + tab);
    if (tab.equals("train")) {
      window.await("the images", () -> !window.node("#train").isDisabled());
      window.await("the models", () -> session.train().history().saved().size() == 4);
    } else if (tab.equals("my-drawings")) {
      window.await("the drawings", () -> session.myDrawings().loadedProperty().get());
    } else if (tab.equals("compare")) {
      window.await(
          "all predictions",
          () -> session.compare().predictions().snapshotProperty().get().models().size() == 3);
    }
  }

  /** Begins a round, with something that can be accepted and taken back. */
  private void openPractice() {
    window.click("#tab-my-drawings");
    window.run(() -> session.practice().choose(Rest.ENDLESS));
    window.click("#practice-start");
    window.draw(MnistLikeDigits.drawing(1));
  }

  /** Shows a copy beside its parent, and a copy that was kept before. */
  private void openLearning() {
    window.click("#tab-my-drawings");
    window.await("the drawings", () -> session.learn().canLearnProperty().get());
    window.click("#learn-toggle");
    for (String button : List.of("#learn-keep", "#learn-discard")) {
      window.click("#learn-start");
      window.await("a copy", () -> window.sees(button));
      if (button.equals("#learn-keep")) {
        window.click(button);
        window.await("the copy on the pad", () -> window.sees("#learn-back"));
      }
    }
  }

  private void useTheme(ThemeChoice theme) {
    window.run(() -> session.appearance().themeProperty().set(theme));
  }

  private WritableImage snapshot() {
    return window.get(() -> stage.getScene().snapshot(null));
  }

  /** Counts pixels around a node whose color changes with enough contrast. */
  private static int changedPixels(WritableImage before, WritableImage after, Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    PixelReader old = before.getPixelReader();
    PixelReader now = after.getPixelReader();
    int changed = 0;
    int bottom = (int) Math.min(after.getHeight() - 1, bounds.getMaxY() + 6);
    int right = (int) Math.min(after.getWidth() - 1, bounds.getMaxX() + 6);
    for (int y = (int) Math.max(0, bounds.getMinY() - 6); y <= bottom; y++) {
      for (int x = (int) Math.max(0, bounds.getMinX() - 6); x <= right; x++) {
        if (old.getArgb(x, y) != now.getArgb(x, y)
            && contrast(old.getColor(x, y), now.getColor(x, y)) >= MIN_CONTRAST) {
          changed++;
        }
      }
    }
    return changed;
  }

  private List<Node> allNodes() {
    List<Node> nodes = new ArrayList<>();
    window.run(() -> collect(stage.getScene().getRoot(), nodes));
    return nodes;
  }

  private static void collect(Node node, List<Node> into) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    into.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String name(Node node) {
    boolean hasValue = node instanceof TextInputControl || node instanceof ComboBox<?>;
    return hasValue
        ? ((Label) node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY)).getText()
        : spoken(node);
  }

  private static String spoken(Node node) {
    Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return text == null ? "" : text.toString();
  }

  /** The contrast ratio of WCAG 2. */
  private static double contrast(Color one, Color other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
