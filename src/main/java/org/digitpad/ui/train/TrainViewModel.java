package org.digitpad.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.data.DatasetViewModel;
import org.digitpad.ui.train.history.RunHistoryViewModel;
import org.digitpad.ui.train.history.UnfinishedRunViewModel;
import org.digitpad.ui.train.run.RunViewModel;
import org.digitpad.ui.train.run.TrainingRequest;

/** The room to train in: what to choose, the run that comes of it, and the runs from before. */
public final class TrainViewModel {
  private final DatasetViewModel data;
  private final SettingsViewModel choices;
  private final RunHistoryViewModel runs;
  private final UnfinishedRunViewModel unfinished;
  private final RunViewModel run;
  private final BooleanBinding canTrain;

  /**
   * @param parts data, trainer and models
   * @param pad lets a model read what is drawn
   * @param training runs one training after the other
   * @param background runs what else is slow
   * @param ui runs a task on the UI thread
   */
  public TrainViewModel(
      TrainDependencies parts,
      Consumer<LibraryModel> pad,
      Executor training,
      Executor background,
      Executor ui) {
    data = new DatasetViewModel(parts, background, ui);
    choices = new SettingsViewModel(Runtime.getRuntime().availableProcessors());
    runs = new RunHistoryViewModel(parts.runs(), pad, background, ui);
    unfinished = new UnfinishedRunViewModel(parts.runs(), background, ui);
    run =
        new RunViewModel(
            parts,
            training,
            ui,
            network -> runs.bundled(network).map(bundled -> bundled.model().card()),
            data.chosenProperty()::set,
            this::lookForRuns);
    canTrain =
        Bindings.createBooleanBinding(
            () ->
                !run.runningProperty().get()
                    && choices.validProperty().get()
                    && data.stateProperty().get() == DatasetViewModel.State.READY,
            run.runningProperty(),
            choices.validProperty(),
            data.stateProperty());
    ChartsViewModel charts = run.charts();
    runs.compared()
        .addListener(
            (ListChangeListener<LibraryModel>) change -> charts.setCompared(runs.compared()));
    runs.referenceProperty().addListener((property, before, now) -> charts.setReference(now));
  }

  public DatasetViewModel data() {
    return data;
  }

  public SettingsViewModel choices() {
    return choices;
  }

  public RunHistoryViewModel runs() {
    return runs;
  }

  /** A run that can go on. */
  public UnfinishedRunViewModel unfinished() {
    return unfinished;
  }

  /** The run under way, or the last one. */
  public RunViewModel run() {
    return run;
  }

  /** Whether everything is there to train. */
  public BooleanBinding canTrainProperty() {
    return canTrain;
  }

  /** Looks for data, earlier runs and unfinished ones; to be called when the room is entered. */
  public void look() {
    if (run.runningProperty().get()) {
      return;
    }
    if (data.stateProperty().get() != DatasetViewModel.State.DOWNLOADING) {
      data.look();
    }
    lookForRuns();
  }

  private void lookForRuns() {
    runs.load();
    unfinished.look();
  }

  /** Trains from the start. */
  public void train() {
    if (canTrain.get()) {
      run.start(TrainingRequest.anew(choices.settings(), data.chosenProperty().get()));
    }
  }

  /** Goes on with the unfinished run. */
  public void goOn() {
    UnfinishedRun from = unfinished.runProperty().get();
    if (from != null && !run.runningProperty().get()) {
      choices.adopt(from.settings());
      List<DatasetChoice> sets = new ArrayList<>(data.choices());
      sets.remove(data.chosenProperty().get());
      sets.add(0, data.chosenProperty().get());
      run.start(TrainingRequest.on(from, choices.threadCount(), sets));
    }
  }

  /** Gives the unfinished run up. */
  public void discard() {
    if (!run.runningProperty().get()) {
      unfinished.discard();
    }
  }
}
