package org.digitpad.ui.train;

import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.ui.train.data.DatasetPane;
import org.digitpad.ui.train.run.ProgressPane;
import org.digitpad.ui.train.run.RunControls;
import org.digitpad.ui.train.run.TrainCommands;

/**
 * The room to train in: what to choose on the left, what comes of it on the right. What the
 * training tells is taken over in a frame now and then, and only while the room is in sight.
 */
public final class TrainTab extends BorderPane {
  private static final double CHOICES_WIDTH = 304;

  /** Room beside what scrolls, whose edges would be cut else. */
  private static final double EDGE = 4;

  /** Twice a second: often enough to watch, and hardly any time taken from the training. */
  private static final long PERIOD_NANOS = 500_000_000;

  private final RunControls controls;

  private final AnimationTimer frames;

  /**
   * @param model the run, its choices and its figures
   * @param commands what can be done here
   */
  public TrainTab(TrainViewModel model, TrainCommands commands) {
    getStyleClass().add("train-tab");
    controls = new RunControls(model, commands);
    frames =
        new AnimationTimer() {
          private long last;

          @Override
          public void handle(long now) {
            if (now - last >= PERIOD_NANOS) {
              last = now;
              model.run().refresh();
            }
          }
        };
    setLeft(left(model));
    setCenter(right(model));
    sceneProperty().addListener((property, before, now) -> follow(model));
    model.run().runningProperty().addListener((property, before, now) -> follow(model));
  }

  /** Puts the keyboard on the button that trains. */
  @Override
  public void requestFocus() {
    controls.requestFocus();
  }

  private VBox left(TrainViewModel model) {
    VBox content = new VBox(24, new DatasetPane(model), new SettingsPane(model));
    content.setPadding(new Insets(0, EDGE, 0, EDGE));
    controls.setPadding(new Insets(0, EDGE, 0, EDGE));
    ScrollPane choices = scrolling(content);
    VBox left = new VBox(16, choices, controls);
    left.getStyleClass().add("settings-pane");
    left.setPrefWidth(CHOICES_WIDTH);
    left.setMinWidth(CHOICES_WIDTH);
    VBox.setVgrow(choices, Priority.ALWAYS);
    return left;
  }

  private static ScrollPane right(TrainViewModel model) {
    ChartsPane charts = new ChartsPane(model.run().charts());
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox right = new VBox(16, new ProgressPane(model), charts, new DetailsPane(model));
    right.setPadding(new Insets(16, 24, 16, 8));
    ScrollPane scroll = scrolling(right);
    scroll.setFitToHeight(true);
    return scroll;
  }

  private static ScrollPane scrolling(VBox content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.skinProperty().addListener((property, before, now) -> drawDirectly(scroll));
    return scroll;
  }

  /** JavaFX keeps a picture of what scrolls, and would paint all of it anew for every change. */
  private static void drawDirectly(ScrollPane scroll) {
    Parent viewport = (Parent) scroll.lookup(".viewport");
    viewport.setCache(false);
    viewport.getChildrenUnmodifiable().forEach(content -> content.setCache(false));
  }

  private void follow(TrainViewModel model) {
    if (getScene() != null && model.run().runningProperty().get()) {
      model.run().refresh();
      frames.start();
    } else {
      frames.stop();
    }
  }
}
