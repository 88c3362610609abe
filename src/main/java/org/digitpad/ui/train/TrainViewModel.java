package org.digitpad.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.digitpad.nn.model.Model;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingSettings;
import org.digitpad.train.UnfinishedRun;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The room to train in. Lives on the UI thread, but for {@code work}, which is the training
 * thread's; what that tells waits in a feed until {@link #refresh} is called.
 */
public final class TrainViewModel {
  /** Where a run is. */
  public enum State {
    IDLE,
    LOADING,
    TRAINING,
    PAUSED,
    STOPPING,
    STOPPED,
    DONE,
    FAILED;

    boolean running() {
      return this == LOADING || this == TRAINING || this == PAUSED || this == STOPPING;
    }
  }

  private final TrainParts parts;
  private final Executor training;
  private final Executor background;
  private final Executor ui;
  private final DataViewModel data;
  private final ChoicesViewModel choices;
  private final RunsViewModel runs;
  private final ChartsViewModel charts = new ChartsViewModel();
  private final ProgressViewModel progress = new ProgressViewModel();
  private final MistakesViewModel mistakes = new MistakesViewModel();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable SavedRun> result =
      new ReadOnlyObjectWrapper<>(this, "result");
  private final ReadOnlyObjectWrapper<@Nullable UnfinishedRun> unfinished =
      new ReadOnlyObjectWrapper<>(this, "unfinished");
  private final BooleanBinding running =
      Bindings.createBooleanBinding(() -> state.get().running(), state);
  private final BooleanBinding canTrain;

  private LiveFeed feed = new LiveFeed();
  private TrainingControl control = new TrainingControl();

  /**
   * @param parts data, trainer and models
   * @param pad lets a model read what is drawn
   * @param training runs one training after the other
   * @param background runs what else is slow
   * @param ui runs a task on the UI thread
   */
  public TrainViewModel(
      TrainParts parts,
      Consumer<SavedRun> pad,
      Executor training,
      Executor background,
      Executor ui) {
    this.parts = parts;
    this.training = training;
    this.background = background;
    this.ui = ui;
    data = new DataViewModel(parts.data(), parts.ofFolder(), background, ui);
    choices = new ChoicesViewModel(Runtime.getRuntime().availableProcessors());
    runs = new RunsViewModel(parts.runs(), pad, background, ui);
    canTrain =
        Bindings.createBooleanBinding(
            () ->
                !running.get()
                    && choices.validProperty().get()
                    && data.stateProperty().get() == DataViewModel.State.READY,
            running,
            choices.validProperty(),
            data.stateProperty());
    runs.compared()
        .addListener((ListChangeListener<SavedRun>) change -> charts.setCompared(runs.compared()));
    runs.saved()
        .addListener(
            (ListChangeListener<SavedRun>)
                change ->
                    runs.bundled()
                        .map(run -> run.model().card())
                        .filter(card -> card.recipe().equals("reference"))
                        .ifPresent(card -> charts.setReference(card.history())));
  }

  public DataViewModel data() {
    return data;
  }

  public ChoicesViewModel choices() {
    return choices;
  }

  public RunsViewModel runs() {
    return runs;
  }

  public ChartsViewModel charts() {
    return charts;
  }

  public ProgressViewModel progress() {
    return progress;
  }

  public MistakesViewModel mistakes() {
    return mistakes;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public BooleanBinding runningProperty() {
    return running;
  }

  /** Whether everything is there to train. */
  public BooleanBinding canTrainProperty() {
    return canTrain;
  }

  /** The model of the run that has ended; null before. */
  public ReadOnlyObjectProperty<@Nullable SavedRun> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** A run that can go on; null if there is none. */
  public ReadOnlyObjectProperty<@Nullable UnfinishedRun> unfinishedProperty() {
    return unfinished.getReadOnlyProperty();
  }

  /** Looks for data, earlier runs and unfinished ones; to be called when the room is entered. */
  public void look() {
    if (running.get()) {
      return;
    }
    if (data.stateProperty().get() != DataViewModel.State.DOWNLOADING) {
      data.look();
    }
    lookForRuns();
  }

  private void lookForRuns() {
    runs.load();
    background.execute(
        () -> {
          List<UnfinishedRun> found = new ArrayList<>();
          try {
            found.addAll(parts.runs().unfinished());
          } catch (IOException | RuntimeException cause) {
            LoggerFactory.getLogger(TrainViewModel.class).warn("cannot look for runs", cause);
          }
          ui.execute(() -> unfinished.set(found.isEmpty() ? null : found.get(0)));
        });
  }

  /** Trains from the start. */
  public void train() {
    if (canTrain.get()) {
      start(Job.anew(snapshot(), data.chosenProperty().get()));
    }
  }

  /** What the choices are now, whatever becomes of them. */
  private Function<Path, TrainingSettings> snapshot() {
    TrainingSettings now = choices.settings(Path.of("model"));
    return output ->
        new TrainingSettings(
            now.architecture(), now.recipe(), now.epochs(), now.seed(), now.threads(), output);
  }

  /** Goes on with the unfinished run. */
  public void goOn() {
    UnfinishedRun run = unfinished.get();
    if (run != null && !running.get()) {
      choices.adopt(run.settings());
      List<DataChoice> sets = new ArrayList<>(data.choices());
      sets.remove(data.chosenProperty().get());
      sets.add(0, data.chosenProperty().get());
      int threads = choices.validProperty().get() ? choices.threadCount() : 1;
      start(Job.on(run, threads, sets));
    }
  }

  /** Gives the unfinished run up. */
  public void discard() {
    UnfinishedRun run = unfinished.get();
    if (run != null && !running.get()) {
      background.execute(
          () -> {
            try {
              run.discard();
            } catch (IOException cause) {
              LoggerFactory.getLogger(TrainViewModel.class).warn("cannot discard", cause);
            }
            ui.execute(this::lookForRuns);
          });
    }
  }

  public void pause() {
    if (state.get() == State.TRAINING) {
      control.pause();
      state.set(State.PAUSED);
      progress.paused();
    }
  }

  public void resume() {
    if (state.get() == State.PAUSED) {
      control.resume();
      state.set(State.TRAINING);
      progress.resumed();
    }
  }

  /** Ends the run after the batch in hand; the checkpoint of the last whole epoch stays. */
  public void stop() {
    if (running.get()) {
      control.stop();
      state.set(State.STOPPING);
      progress.stopping();
    }
  }

  /** Takes over what the training thread has told meanwhile. */
  public void refresh() {
    feed.drain()
        .ifPresent(
            news -> {
              progress.show(news, state.get() == State.TRAINING);
              charts.show(news.batches(), progress.history());
              if (news.validation() != null) {
                mistakes.show(news.validation());
              }
            });
  }

  private void start(Job job) {
    feed = new LiveFeed();
    control = new TrainingControl();
    result.set(null);
    state.set(State.LOADING);
    progress.loading();
    LiveFeed mine = feed;
    TrainingControl held = control;
    training.execute(() -> work(job, mine, held));
  }

  private void work(Job job, LiveFeed listener, TrainingControl held) {
    try {
      TrainingData images = job.load();
      UnfinishedRun from = job.from();
      Path output =
          from == null
              ? parts.runs().next(job.settings().apply(Path.of("model")).architecture())
              : from.settings().output();
      TrainingSettings settings = job.settings().apply(output);
      ui.execute(() -> begin(settings, images, job));
      Model model = parts.trainer().train(settings, images, listener, held, from != null);
      ui.execute(() -> done(ModelFolder.own(output, model)));
    } catch (CancellationException stopped) {
      ui.execute(this::stopped);
    } catch (Throwable cause) { // also errors, such as a lack of memory
      String sentence = Failure.sentence(cause);
      ui.execute(() -> ended(State.FAILED, sentence));
    }
  }

  private void begin(TrainingSettings settings, TrainingData images, Job job) {
    progress.begin(settings, images.training().size(), job.history());
    charts.begin(settings.epochs(), job.history());
    mistakes.begin(images.validation());
    if (state.get() == State.LOADING) {
      state.set(State.TRAINING);
    }
  }

  private void done(SavedRun run) {
    refresh();
    progress.done(run.model().card(), runs.bundled().map(bundled -> bundled.model().card()));
    result.set(Objects.requireNonNull(run));
    state.set(State.DONE);
    lookForRuns();
  }

  private void stopped() {
    refresh();
    ended(State.STOPPED, progress.stoppedSentence());
  }

  private void ended(State how, String sentence) {
    refresh();
    progress.ended(sentence);
    state.set(how);
    lookForRuns();
  }
}
