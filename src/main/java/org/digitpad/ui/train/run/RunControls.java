package org.digitpad.ui.train.run;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitpad.ui.common.Command;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.train.TrainViewModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Train; while a run goes, Pause and Stop where Train was. */
public final class RunControls extends HBox {
  /** The same for both, so that they share the place alike. */
  private static final double WIDTH = 120;

  private final Button train;
  private final Button pause;
  private final Button stop;

  public RunControls(TrainViewModel model, TrainCommands commands) {
    super(8);
    train = button(commands.train(), "train");
    train.getStyleClass().add(Styles.ACCENT);
    pause = button(commands.pause(), "pause");
    stop = button(commands.stop(), "stop");
    getChildren().addAll(train, pause, stop);
    show(RunState.IDLE);
    model
        .run()
        .stateProperty()
        .addListener(
            (property, before, now) -> {
              boolean focused = train.isFocused() || pause.isFocused() || stop.isFocused();
              show(now);
              // a run cannot be held before it has begun, and the keyboard must not rest on Stop
              boolean begun = before == RunState.LOADING && now == RunState.TRAINING;
              if (focused && (begun || before.running() != now.running())) {
                requestFocus();
              }
            });
  }

  @Override
  public void requestFocus() {
    (train.isVisible() ? train : pause).requestFocus();
  }

  private void show(RunState state) {
    visible(train, !state.running());
    visible(pause, state.running());
    visible(stop, state.running());
    boolean paused = state == RunState.PAUSED;
    pause.setText(paused ? "Resume" : "Pause");
    ((FontIcon) pause.getGraphic()).setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
  }

  private static void visible(Button button, boolean visible) {
    button.setVisible(visible);
    button.setManaged(visible);
  }

  private static Button button(Command command, String id) {
    Button button = new Button(command.name(), new FontIcon(command.icon()));
    button.setId(id);
    button.setPrefWidth(WIDTH);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    LazyTooltips.install(button, command.name() + "  (" + command.shortcut() + ")");
    button.setOnAction(event -> command.run());
    button.setDisable(!command.enabled().get());
    command.enabled().addListener((value, before, now) -> button.setDisable(!now));
    return button;
  }
}
