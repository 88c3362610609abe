package org.digitpad.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.data.DatasetViewModel;
import org.digitpad.ui.train.history.RunHistoryViewModel;
import org.digitpad.ui.train.history.UnfinishedRunViewModel;
import org.digitpad.ui.train.run.RunViewModel;
import org.digitpad.ui.train.run.TrainingRequest;
import org.digitpad.ui.train.settings.SettingsViewModel;

/** The Train tab: dataset and settings, the current run, and the earlier runs. */
public final class TrainViewModel {
  private final DatasetViewModel dataset;
  private final SettingsViewModel settings;
  private final RunHistoryViewModel history;
  private final UnfinishedRunViewModel unfinished;
  private final RunViewModel run;
  private final BooleanBinding canTrain;

  /**
   * @param dependencies datasets, trainer and models
   * @param pad makes a model the pad's active one
   * @param training runs one training after the other
   * @param background runs other slow tasks
   * @param ui runs a task on the UI thread
   */
  public TrainViewModel(
      TrainDependencies dependencies,
      Consumer<LibraryModel> pad,
      ReadOnlyObjectProperty<LibraryModel> onPad,
      Executor training,
      Executor background,
      Executor ui) {
    dataset =
        new DatasetViewModel(
            dependencies.datasets(),
            dependencies.fromFolder(),
            dependencies.fromFile(),
            background,
            ui);
    settings = new SettingsViewModel(Runtime.getRuntime().availableProcessors());
    history =
        new RunHistoryViewModel(
            dependencies.runs(), dependencies.colors(), pad, onPad, background, ui);
    unfinished = new UnfinishedRunViewModel(dependencies.runs(), background, ui);
    run =
        new RunViewModel(
            dependencies.trainer(),
            dependencies.runs(),
            training,
            ui,
            network -> history.bundled(network).map(bundled -> bundled.model().card()),
            dependencies.colors(),
            dataset.chosenProperty()::set);
    canTrain =
        Bindings.createBooleanBinding(
            () ->
                !run.runningProperty().get()
                    && settings.validProperty().get()
                    && dataset.stateProperty().get() == DatasetViewModel.State.READY,
            run.runningProperty(),
            settings.validProperty(),
            dataset.stateProperty());
    history
        .compared()
        .addListener(
            (ListChangeListener<LibraryModel>)
                change -> run.charts().setCompared(history.compared()));
    Stream.of(settings.architectureProperty(), dataset.mnistProperty())
        .forEach(choice -> choice.addListener((property, before, now) -> showPlanned()));
    showPlanned();
    Stream.of(unfinished.runProperty(), run.charts().curvesProperty())
        .forEach(state -> state.addListener((property, before, now) -> showIdle()));
    showIdle();
    run.runningProperty()
        .addListener(
            (property, before, running) -> {
              if (!running) {
                refreshRuns();
              }
            });
  }

  private void showPlanned() {
    Architecture network = settings.architectureProperty().get();
    if (network != null) {
      run.charts().setPlanned(network, dataset.mnistProperty().get());
    }
  }

  private void showIdle() {
    run.progress().idle(unfinished.runProperty().get() != null, run.charts().showsReference());
  }

  public DatasetViewModel dataset() {
    return dataset;
  }

  public SettingsViewModel settings() {
    return settings;
  }

  /** The earlier runs. */
  public RunHistoryViewModel history() {
    return history;
  }

  /** The run that can be resumed. */
  public UnfinishedRunViewModel unfinished() {
    return unfinished;
  }

  /** The current run, or the last one. */
  public RunViewModel run() {
    return run;
  }

  /** Whether a run can be started. */
  public BooleanBinding canTrainProperty() {
    return canTrain;
  }

  /** Looks for the dataset and for runs again; called when the tab is selected. */
  public void refresh() {
    if (!run.runningProperty().get()) {
      dataset.refreshUnlessDownloading();
      refreshRuns();
    }
  }

  /** Looks for runs again, which other programs may have trained, resumed or deleted. */
  public void refreshRuns() {
    if (!run.runningProperty().get()) {
      history.refresh();
      unfinished.refresh();
    }
  }

  /** Starts a run. */
  public void train() {
    if (canTrain.get()) {
      run.start(TrainingRequest.start(settings.settings(), dataset.chosenProperty().get()));
    }
  }

  /** Resumes the unfinished run, if there is one. */
  public void resumeUnfinished() {
    UnfinishedRun from = unfinished.runProperty().get();
    if (from != null && !run.runningProperty().get()) {
      settings.show(from.settings());
      List<DatasetChoice> datasets = new ArrayList<>(dataset.choices());
      datasets.remove(dataset.chosenProperty().get());
      datasets.add(0, dataset.chosenProperty().get());
      run.start(TrainingRequest.resume(from, settings.threadCount(), datasets));
    }
  }
}
