package org.digitpad.ui.practice;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.pad.CanvasView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A round: the paper, and beside it what is asked for, how far the round is, and ways on. All of it
 * keeps its place, whatever is asked for.
 */
final class PracticeView extends Region {
  private static final double MARGIN = 24;
  private static final double GAP = 32;
  private static final double SIDE_WIDTH = 320;
  private static final double LARGE_SIDE_WIDTH = 400;
  private static final double MAX_PAPER = 1000;

  /** From this size of the paper on, type grows too, as people look from a distance. */
  private static final double LARGE_PAPER = 800;

  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

  private final PracticeViewModel model;
  private final CanvasView paper;
  private final VBox side;
  private final Label prompt = new Label();
  private final Label digit = new Label();
  private final Label progress = new Label();
  private final ProgressBar bar = new ProgressBar(0);

  /** What keys do wherever the focus is, and what they do on the paper alone. */
  private final Map<KeyCombination, Action> keys = new HashMap<>();

  private final Map<KeyCombination, Action> paperKeys = new HashMap<>();

  /**
   * @param problem why drawings could not be kept; empty if they were
   */
  PracticeView(PracticeViewModel model, ObservableStringValue problem) {
    this.model = model;
    paper = new CanvasView(model.pad());
    getStyleClass().add("practice");
    prompt.setId("practice-prompt");
    prompt.getStyleClass().add("sentence");
    digit.setId("practice-digit");
    digit.getStyleClass().add("practice-digit");
    progress.setId("practice-progress");
    progress.getStyleClass().add("muted");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(progress.textProperty());
    Label error = FormControls.wrappingLabel("practice-error");
    error.getStyleClass().add("field-error");
    error.textProperty().bind(problem);
    Label kept = FormControls.wrappingLabel("practice-kept");
    kept.setText(Messages.get("ui.practice.kept"));
    kept.getStyleClass().add("muted");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    side =
        new VBox(
            16,
            prompt,
            digit,
            new VBox(8, progress, bar),
            buttons(),
            rest(),
            error,
            space,
            new VBox(8, kept, stopButton()));
    getChildren().addAll(paper, side);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, keys));
    paper.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, paperKeys));
    model.positionProperty().addListener((property, before, now) -> show());
    model.stateProperty().addListener((property, before, now) -> show());
    show();
  }

  private FlowPane buttons() {
    Action next =
        action(
            "ui.practice.next",
            Feather.CORNER_DOWN_LEFT,
            model.canAcceptProperty(),
            model::next,
            new KeyCodeCombination(KeyCode.ENTER),
            new KeyCodeCombination(KeyCode.SPACE));
    next.keys().forEach(key -> paperKeys.put(key, next));
    Action undo =
        action(
            "ui.practice.undo",
            Feather.ROTATE_CCW,
            model.canUndoProperty(),
            model::undo,
            new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN));
    undo.keys().forEach(key -> keys.put(key, undo));
    Action skip =
        action(
            "ui.practice.skip",
            Feather.SKIP_FORWARD,
            new SimpleBooleanProperty(true),
            model::skip,
            new KeyCodeCombination(KeyCode.S));
    skip.keys().forEach(key -> paperKeys.put(key, skip));
    Button nextButton = button(next, "practice-next", next.name());
    nextButton.getStyleClass().add(Styles.ACCENT);
    return new FlowPane(
        8,
        8,
        nextButton,
        button(undo, "practice-undo", Messages.get("ui.practice.undo.tooltip")),
        button(skip, "practice-skip", Messages.get("ui.practice.skip.tooltip")));
  }

  private Button stopButton() {
    Action stop =
        action(
            "ui.practice.stop",
            Feather.X,
            new SimpleBooleanProperty(true),
            model::stop,
            new KeyCodeCombination(KeyCode.ESCAPE));
    stop.keys().forEach(key -> keys.put(key, stop));
    return button(stop, "practice-stop", Messages.get("ui.practice.stop.tooltip"));
  }

  private VBox rest() {
    Label name = new Label(Messages.get("ui.practice.rest"));
    name.getStyleClass().add("field-name");
    ComboBox<Rest> choice = FormControls.comboBox("practice-rest", name, Rest::label);
    choice.getItems().setAll(Rest.values());
    choice.setValue(model.restProperty().get());
    choice.valueProperty().addListener((property, before, now) -> model.choose(now));
    model.restProperty().addListener((property, before, now) -> choice.setValue(now));
    LazyTooltips.install(choice, Messages.get("ui.practice.rest.tooltip"));
    return new VBox(4, name, choice);
  }

  private static Action action(
      String key,
      Feather icon,
      ObservableBooleanValue enabled,
      Runnable handler,
      KeyCombination... keys) {
    return new Action(Messages.get(key), icon, List.of(keys), enabled, handler);
  }

  /** Returns a button that gives the focus back to the paper, where the round goes on. */
  private Button button(Action action, String id, String explanation) {
    Button button = new Button(action.name(), new FontIcon(action.icon()));
    button.setId(id);
    button.setDisable(!action.enabled().get());
    action.enabled().addListener((property, before, now) -> button.setDisable(!now));
    LazyTooltips.install(button, explanation, action.shortcut());
    button.setOnAction(
        event -> {
          paper.requestFocus();
          action.run();
        });
    return button;
  }

  private static void pressed(KeyEvent event, Map<KeyCombination, Action> actions) {
    actions.forEach(
        (keys, action) -> {
          if (!event.isConsumed() && keys.match(event)) {
            event.consume();
            action.run();
          }
        });
  }

  private void show() {
    if (model.stateProperty().get() != PracticeViewModel.State.DRAWING
        || model.positionProperty().get() >= model.count()) {
      return;
    }
    int asked = model.digit();
    int place = model.positionProperty().get();
    prompt.setText(Messages.get("ui.practice.prompt", asked));
    digit.setText(Messages.get("ui.practice.digit", asked));
    progress.setText(Messages.get("ui.practice.progress", place + 1, model.count()));
    bar.setProgress((double) place / model.count());
    paper.setInvitation(Messages.get("ui.practice.invitation", asked));
  }

  /** Focuses the paper. */
  @Override
  public void requestFocus() {
    paper.requestFocus();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * MARGIN;
    double height = getHeight() - 2 * MARGIN;
    boolean large = Math.min(height, width - GAP - LARGE_SIDE_WIDTH) >= LARGE_PAPER;
    pseudoClassStateChanged(LARGE, large);
    double sideWidth = large ? LARGE_SIDE_WIDTH : SIDE_WIDTH;
    double edge = Math.floor(Math.min(MAX_PAPER, Math.min(height, width - GAP - sideWidth)));
    double left = MARGIN + Math.floor((width - edge - GAP - sideWidth) / 2);
    double top = MARGIN + Math.floor((height - edge) / 2);
    paper.resizeRelocate(left, top, edge, edge);
    side.resizeRelocate(left + edge + GAP, top, sideWidth, edge);
  }
}
