package org.digitpad.ui.train;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.train.run.RunState;
import org.digitpad.ui.train.run.RunViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Train button; Pause and Stop replace it while a run is running. */
final class RunControls extends HBox {
  /** The same for all buttons, so that they grow alike. */
  private static final double WIDTH = 120;

  private final Button train;
  private final Button pause;
  private final Button stop;

  RunControls(RunViewModel run, TrainActions actions) {
    super(8);
    train = button(actions.train(), "train");
    train.getStyleClass().add(Styles.ACCENT);
    pause = button(actions.pause(), "pause");
    stop = button(actions.stop(), "stop");
    getChildren().addAll(train, pause, stop);
    show(RunState.IDLE);
    run.stateProperty()
        .addListener(
            (property, before, now) -> {
              boolean focused = train.isFocused() || pause.isFocused() || stop.isFocused();
              show(now);
              // Pause is disabled until the run has begun, and the focus must not stay on Stop
              boolean begun = before == RunState.LOADING && now == RunState.TRAINING;
              if (focused && (begun || before.isRunning() != now.isRunning())) {
                requestFocus();
              }
            });
  }

  /** Focuses Train, or Pause while a run is running. */
  @Override
  public void requestFocus() {
    (train.isVisible() ? train : pause).requestFocus();
  }

  private void show(RunState state) {
    FormControls.setVisible(train, !state.isRunning());
    FormControls.setVisible(pause, state.isRunning());
    FormControls.setVisible(stop, state.isRunning());
    boolean paused = state == RunState.PAUSED;
    pause.setText(Messages.get(paused ? "ui.train.resume" : "ui.train.pause"));
    ((FontIcon) pause.getGraphic()).setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
  }

  private static Button button(Action action, String id) {
    Button button = new Button(action.name(), new FontIcon(action.icon()));
    button.setId(id);
    button.setPrefWidth(WIDTH);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    LazyTooltips.install(
        button, Messages.get("ui.train.tooltip", action.name(), action.shortcut()));
    button.setOnAction(event -> action.run());
    button.setDisable(!action.enabled().get());
    action.enabled().addListener((value, before, now) -> button.setDisable(!now));
    return button;
  }
}
