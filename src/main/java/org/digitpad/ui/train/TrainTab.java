package org.digitpad.ui.train;

import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.FrameTimer;
import org.digitpad.ui.train.data.DatasetPane;
import org.digitpad.ui.train.history.UnfinishedRunPane;
import org.digitpad.ui.train.run.ChartsPane;
import org.digitpad.ui.train.run.ProgressPane;
import org.digitpad.ui.train.run.RunViewModel;
import org.digitpad.ui.train.settings.SettingsPane;

/**
 * The Train tab: dataset and settings on the left, progress, charts and details on the right. The
 * events of a running training are shown at intervals, and only while the tab is selected.
 */
public final class TrainTab extends BorderPane {
  private static final double LEFT_WIDTH = 304;

  /** Padding beside scrolled content, whose focus borders would be cut off otherwise. */
  private static final double EDGE = 4;

  /** Twice a second: often enough to watch, and takes hardly any time from the training. */
  private static final long REFRESH_NANOS = 500_000_000;

  private final RunControls controls;

  private final FrameTimer timer;

  /**
   * @param model the run, its settings and its results
   * @param actions the actions of the tab
   */
  public TrainTab(TrainViewModel model, TrainActions actions) {
    getStyleClass().add("train-tab");
    controls = new RunControls(model.run(), actions);
    timer =
        new FrameTimer() {
          private long last;

          @Override
          protected void frame(long now) {
            if (now - last >= REFRESH_NANOS) {
              last = now;
              model.run().refresh();
            }
          }
        };
    setLeft(settingsColumn(model));
    setCenter(resultsColumn(model));
    sceneProperty().addListener((property, before, now) -> follow(model.run()));
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .orElse(false)
        .addListener(
            (property, before, focused) -> {
              if (focused) {
                model.refreshRuns();
              }
            });
    model.run().runningProperty().addListener((property, before, now) -> follow(model.run()));
  }

  /** Focuses the button that trains, or pauses. */
  @Override
  public void requestFocus() {
    controls.requestFocus();
  }

  private VBox settingsColumn(TrainViewModel model) {
    SettingsPane settings = new SettingsPane(model.settings());
    VBox content = new VBox(24, new DatasetPane(model.dataset()), settings);
    content
        .getChildren()
        .forEach(pane -> pane.disableProperty().bind(model.run().runningProperty()));
    content.setPadding(new Insets(0, EDGE, EDGE, EDGE));
    controls.setPadding(new Insets(0, EDGE, 0, EDGE));
    ScrollPane scroll = FormControls.scrolling(content);
    VBox column = new VBox(16, scroll, settings.errors(), controls);
    column.getStyleClass().add("settings-pane");
    column.setPrefWidth(LEFT_WIDTH);
    column.setMinWidth(LEFT_WIDTH);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return column;
  }

  private static ScrollPane resultsColumn(TrainViewModel model) {
    VBox progress =
        new VBox(
            8,
            new ProgressPane(model.run(), model.history()),
            new UnfinishedRunPane(
                model.unfinished(), model.run().runningProperty(), model::resumeUnfinished));
    progress.setMinHeight(USE_PREF_SIZE);
    ChartsPane charts = new ChartsPane(model.run().charts());
    VBox.setVgrow(charts, Priority.ALWAYS);
    VBox column = new VBox(16, progress, charts, new RunDetailsPane(model));
    column.setPadding(new Insets(16, 24, 16, 8));
    ScrollPane scroll = FormControls.scrolling(column);
    scroll.setFitToHeight(true);
    return scroll;
  }

  private void follow(RunViewModel run) {
    if (getScene() != null && run.runningProperty().get()) {
      run.refresh();
      timer.start();
    } else {
      timer.stop();
    }
  }
}
