package org.digitpad.ui.train;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.train.run.RunState;
import org.digitpad.ui.train.run.RunViewModel;
import org.kordamp.ikonli.feather.Feather;

/**
 * The actions of the Train tab.
 *
 * @param train starts a run
 * @param pause pauses or resumes the run
 * @param stop stops the run
 */
public record TrainActions(Action train, Action pause, Action stop) {
  public static TrainActions of(TrainViewModel model) {
    RunViewModel run = model.run();
    return new TrainActions(
        action(
            Messages.get("ui.train.action.train"),
            Feather.PLAY,
            KeyCode.ENTER,
            model.canTrainProperty(),
            model::train),
        action(
            Messages.get("ui.train.action.pause"),
            Feather.PAUSE,
            KeyCode.P,
            Bindings.createBooleanBinding(
                () -> isPaused(run) || run.stateProperty().get() == RunState.TRAINING,
                run.stateProperty()),
            () -> pauseOrResume(run)),
        action(
            Messages.get("ui.train.action.stop"),
            Feather.SQUARE,
            KeyCode.PERIOD,
            Bindings.createBooleanBinding(
                () -> run.runningProperty().get() && run.stateProperty().get() != RunState.STOPPING,
                run.stateProperty()),
            run::stop));
  }

  public List<Action> all() {
    return List.of(train, pause, stop);
  }

  private static boolean isPaused(RunViewModel run) {
    return run.stateProperty().get() == RunState.PAUSED;
  }

  private static void pauseOrResume(RunViewModel run) {
    if (isPaused(run)) {
      run.resume();
    } else {
      run.pause();
    }
  }

  private static Action action(
      String name, Feather icon, KeyCode key, ObservableBooleanValue enabled, Runnable action) {
    return new Action(
        name, icon, List.of(new KeyCodeCombination(key, SHORTCUT_DOWN)), enabled, action);
  }
}
