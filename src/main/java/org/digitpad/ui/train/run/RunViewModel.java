package org.digitpad.ui.train.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.JavaHeap;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingSettings;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.ui.chart.ModelColors;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.history.RunStore;
import org.jspecify.annotations.Nullable;

/**
 * The current training run, or the last one: its state, its epochs, and its controls. Use on the UI
 * thread only; only {@code runTraining} runs on the training thread, whose events are buffered
 * until {@link #refresh} is called.
 */
public final class RunViewModel {
  private final Trainer trainer;
  private final RunStore store;
  private final Executor training;
  private final Executor ui;
  private final Function<Architecture, Optional<ModelCard>> bundled;
  private final Consumer<DatasetChoice> datasetFound;
  private final ReadOnlyObjectWrapper<EpochHistory> history =
      new ReadOnlyObjectWrapper<>(this, "history", EpochHistory.NONE);
  private final ChartsViewModel charts;
  private final ProgressViewModel progress = new ProgressViewModel(historyProperty());
  private final MisclassifiedViewModel misclassified = new MisclassifiedViewModel();
  private final ReadOnlyObjectWrapper<RunState> state =
      new ReadOnlyObjectWrapper<>(this, "state", RunState.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable LibraryModel> result =
      new ReadOnlyObjectWrapper<>(this, "result");
  private final BooleanBinding running =
      Bindings.createBooleanBinding(() -> state.get().isRunning(), state);

  private TrainingEventBuffer events = new TrainingEventBuffer();
  private TrainingControl control = new TrainingControl();

  /**
   * @param trainer trains the model
   * @param store where models and checkpoints go
   * @param training runs one training after the other
   * @param ui runs a task on the UI thread
   * @param bundled card of the bundled model of an architecture, to compare the result with
   * @param colors colors of the models
   * @param datasetFound receives the dataset of each run once its images are loaded
   */
  public RunViewModel(
      Trainer trainer,
      RunStore store,
      Executor training,
      Executor ui,
      Function<Architecture, Optional<ModelCard>> bundled,
      ModelColors colors,
      Consumer<DatasetChoice> datasetFound) {
    this.trainer = trainer;
    this.store = store;
    this.training = training;
    this.ui = ui;
    this.bundled = bundled;
    this.datasetFound = datasetFound;
    charts = new ChartsViewModel(historyProperty(), colors);
  }

  /** The epochs of the run. They stay when it has ended, until the next run begins. */
  public ReadOnlyObjectProperty<EpochHistory> historyProperty() {
    return history.getReadOnlyProperty();
  }

  public ChartsViewModel charts() {
    return charts;
  }

  public ProgressViewModel progress() {
    return progress;
  }

  public MisclassifiedViewModel misclassified() {
    return misclassified;
  }

  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public BooleanBinding runningProperty() {
    return running;
  }

  /** The model of the finished run; null until then. */
  public ReadOnlyObjectProperty<@Nullable LibraryModel> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Starts a run, unless another one is running. */
  public void start(TrainingRequest request) {
    if (running.get()) {
      return;
    }
    TrainingEventBuffer buffer = new TrainingEventBuffer();
    TrainingControl newControl = new TrainingControl();
    events = buffer;
    control = newControl;
    result.set(null);
    state.set(RunState.LOADING);
    progress.loading();
    training.execute(() -> runTraining(request, buffer, newControl));
  }

  public void pause() {
    if (state.get() == RunState.TRAINING) {
      control.pause();
      state.set(RunState.PAUSED);
      progress.paused();
    }
  }

  public void resume() {
    if (state.get() == RunState.PAUSED) {
      control.resume();
      state.set(RunState.TRAINING);
      progress.resumed();
    }
  }

  /** Stops the run after the current batch; the checkpoint of the last finished epoch stays. */
  public void stop() {
    if (running.get()) {
      control.stop();
      state.set(RunState.STOPPING);
      progress.stopping();
    }
  }

  /** Shows the events that the training thread has buffered meanwhile. */
  public void refresh() {
    events.drain().ifPresent(this::show);
  }

  private void show(TrainingEventBuffer.Events events) {
    if (!events.epochs().isEmpty()) {
      history.set(history.get().with(events.epochs()));
    }
    progress.show(events, state.get() == RunState.TRAINING);
    charts.setBatches(events.batches());
    if (events.validation() != null) {
      misclassified.show(events.validation());
    }
  }

  private void runTraining(
      TrainingRequest request, TrainingEventBuffer buffer, TrainingControl control) {
    TrainingData data = null;
    try {
      TrainingRequest.Images images = request.load();
      data = images.data();
      LibraryModel model = train(request, images, buffer, control);
      ui.execute(() -> done(model));
    } catch (CancellationException stopped) {
      ui.execute(this::stopped);
    } catch (Throwable cause) { // errors too, such as OutOfMemoryError
      String sentence = FailureMessage.of(cause, request.settings(), data);
      ui.execute(() -> failed(sentence));
    } finally {
      JavaHeap.trimSoon(); // the images alone take a hundred megabytes
    }
  }

  /** Trains, while no other program may write the same files. */
  private LibraryModel train(
      TrainingRequest request,
      TrainingRequest.Images images,
      TrainingEventBuffer buffer,
      TrainingControl control)
      throws IOException {
    UnfinishedRun from = request.from();
    try (RunLock lock =
        from == null ? store.reserve(request.settings().architecture()) : store.reserve(from)) {
      RunFiles files = lock.files();
      // fails now rather than after an epoch
      AtomicFiles.probeKeepingPrevious(files.checkpoint());
      ModelTraining asked =
          new ModelTraining(
              request.settings(), images.data(), lock, images.dataset().option(), List.of());
      if (from != null) {
        asked.requireOwnOutput();
      }
      ui.execute(() -> begin(images, request, LibraryModel.ofFile(files.output())));
      Model trained = trainer.train(asked, buffer, control, from != null);
      return LibraryModel.ofFile(files.output(), trained);
    }
  }

  private void begin(TrainingRequest.Images images, TrainingRequest request, LibraryModel output) {
    TrainingSettings settings = request.settings();
    datasetFound.accept(images.dataset());
    TrainingData data = images.data();
    charts.begin(output, settings.architecture(), data.sha256());
    history.set(new EpochHistory(settings.epochs(), request.history()));
    progress.begin(settings.recipe().imagesPerEpoch(data.training().size()));
    misclassified.begin(data.validation());
    if (state.get() == RunState.LOADING) {
      state.set(RunState.TRAINING);
    }
  }

  private void done(LibraryModel run) {
    refresh();
    progress.done(run.model(), bundled.apply(run.model().architecture()));
    result.set(run);
    state.set(RunState.DONE);
  }

  private void stopped() {
    refresh();
    progress.stopped();
    state.set(RunState.STOPPED);
  }

  private void failed(String sentence) {
    refresh();
    progress.failed(sentence);
    state.set(RunState.FAILED);
  }
}
