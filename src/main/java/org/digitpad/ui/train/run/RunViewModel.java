package org.digitpad.ui.train.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingSettings;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.ui.train.ChartsViewModel;
import org.digitpad.ui.train.MisclassifiedViewModel;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.data.DatasetChoice;
import org.jspecify.annotations.Nullable;

/**
 * One run after the other: its state, its figures, and what can be done to it. Lives on the UI
 * thread, but for {@code work}, which is the training thread's; what that tells waits in a feed
 * until {@link #refresh} is called.
 */
public final class RunViewModel {
  private final TrainDependencies parts;
  private final Executor training;
  private final Executor ui;
  private final Function<Architecture, Optional<ModelCard>> bundled;
  private final Consumer<DatasetChoice> learning;
  private final Runnable ended;
  private final ChartsViewModel charts = new ChartsViewModel();
  private final ProgressViewModel progress = new ProgressViewModel();
  private final MisclassifiedViewModel mistakes = new MisclassifiedViewModel();
  private final ReadOnlyObjectWrapper<RunState> state =
      new ReadOnlyObjectWrapper<>(this, "state", RunState.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable LibraryModel> result =
      new ReadOnlyObjectWrapper<>(this, "result");
  private final BooleanBinding running =
      Bindings.createBooleanBinding(() -> state.get().running(), state);

  private TrainingEventBuffer feed = new TrainingEventBuffer();
  private TrainingControl control = new TrainingControl();

  /**
   * @param parts trainer and models
   * @param training runs one training after the other
   * @param ui runs a task on the UI thread
   * @param bundled what to compare a result of an architecture with
   * @param learning is told which set a run learns from
   * @param ended is run whenever a run has ended, however it did
   */
  public RunViewModel(
      TrainDependencies parts,
      Executor training,
      Executor ui,
      Function<Architecture, Optional<ModelCard>> bundled,
      Consumer<DatasetChoice> learning,
      Runnable ended) {
    this.parts = parts;
    this.training = training;
    this.ui = ui;
    this.bundled = bundled;
    this.learning = learning;
    this.ended = ended;
  }

  public ChartsViewModel charts() {
    return charts;
  }

  public ProgressViewModel progress() {
    return progress;
  }

  public MisclassifiedViewModel mistakes() {
    return mistakes;
  }

  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public BooleanBinding runningProperty() {
    return running;
  }

  /** The model of the run that has ended; null before. */
  public ReadOnlyObjectProperty<@Nullable LibraryModel> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Begins a run, if none is under way. */
  public void start(TrainingRequest job) {
    if (running.get()) {
      return;
    }
    TrainingEventBuffer mine = new TrainingEventBuffer();
    TrainingControl held = new TrainingControl();
    feed = mine;
    control = held;
    result.set(null);
    state.set(RunState.LOADING);
    progress.loading();
    training.execute(() -> work(job, mine, held));
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

  /** Ends the run after the batch in hand; the checkpoint of the last whole epoch stays. */
  public void stop() {
    if (running.get()) {
      control.stop();
      state.set(RunState.STOPPING);
      progress.stopping();
    }
  }

  /** Takes over what the training thread has told meanwhile. */
  public void refresh() {
    feed.drain()
        .ifPresent(
            news -> {
              progress.show(news, state.get() == RunState.TRAINING);
              charts.show(news.batches(), progress.epochs().history());
              if (news.validation() != null) {
                mistakes.show(news.validation());
              }
            });
  }

  private void work(TrainingRequest job, TrainingEventBuffer listener, TrainingControl held) {
    try {
      TrainingRequest.Images images = job.load();
      UnfinishedRun from = job.from();
      Path output = from == null ? parts.runs().next(job.settings().architecture()) : from.output();
      // rather now than after an epoch
      AtomicFiles.probe(ModelTraining.checkpoint(output));
      ui.execute(() -> begin(images, job));
      parts
          .trainer()
          .train(
              new ModelTraining(
                  job.settings(), images.data(), output, images.set().option(), List.of()),
              listener,
              held,
              from != null);
      LibraryModel model = LibraryModel.ofFile(output);
      model.model();
      ui.execute(() -> done(model));
    } catch (CancellationException stopped) {
      ui.execute(this::stopped);
    } catch (Throwable cause) { // also errors, such as a lack of memory
      String sentence = FailureMessage.sentence(cause);
      ui.execute(() -> end(RunState.FAILED, sentence));
    }
  }

  private void begin(TrainingRequest.Images images, TrainingRequest job) {
    TrainingSettings settings = job.settings();
    learning.accept(images.set());
    TrainingData data = images.data();
    progress.begin(
        settings, settings.recipe().imagesPerEpoch(data.training().size()), job.history());
    charts.begin(settings.epochs(), job.history());
    mistakes.begin(data.validation());
    if (state.get() == RunState.LOADING) {
      state.set(RunState.TRAINING);
    }
  }

  private void done(LibraryModel run) {
    refresh();
    progress.done(run.model(), bundled.apply(run.model().architecture()));
    result.set(Objects.requireNonNull(run));
    state.set(RunState.DONE);
    ended.run();
  }

  private void stopped() {
    refresh();
    end(RunState.STOPPED, progress.stoppedSentence());
  }

  private void end(RunState how, String sentence) {
    refresh();
    progress.ended(sentence);
    state.set(how);
    ended.run();
  }
}
