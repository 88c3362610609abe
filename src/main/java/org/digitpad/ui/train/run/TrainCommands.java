package org.digitpad.ui.train.run;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.digitpad.ui.common.Command;
import org.digitpad.ui.train.TrainViewModel;
import org.kordamp.ikonli.feather.Feather;

/**
 * What can be done to a run.
 *
 * @param train begins one
 * @param pause holds it, or lets it go on
 * @param stop ends it
 */
public record TrainCommands(Command train, Command pause, Command stop) {
  public static TrainCommands of(TrainViewModel model) {
    return new TrainCommands(
        command("Train", Feather.PLAY, KeyCode.ENTER, model.canTrainProperty(), model::train),
        command(
            "Pause or resume",
            Feather.PAUSE,
            KeyCode.P,
            Bindings.createBooleanBinding(
                () -> isPaused(model) || model.run().stateProperty().get() == RunState.TRAINING,
                model.run().stateProperty()),
            () -> {
              if (isPaused(model)) {
                model.run().resume();
              } else {
                model.run().pause();
              }
            }),
        command(
            "Stop",
            Feather.SQUARE,
            KeyCode.PERIOD,
            Bindings.createBooleanBinding(
                () ->
                    model.run().runningProperty().get()
                        && model.run().stateProperty().get() != RunState.STOPPING,
                model.run().stateProperty()),
            model.run()::stop));
  }

  public List<Command> all() {
    return List.of(train, pause, stop);
  }

  private static boolean isPaused(TrainViewModel model) {
    return model.run().stateProperty().get() == RunState.PAUSED;
  }

  private static Command command(
      String name, Feather icon, KeyCode key, ObservableBooleanValue enabled, Runnable action) {
    return new Command(
        name, icon, List.of(new KeyCodeCombination(key, SHORTCUT_DOWN)), enabled, action);
  }
}
