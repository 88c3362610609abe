package org.digitpad.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.data.mnist.ExpectedFile;
import org.digitpad.data.mnist.MnistFile;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingListener;
import org.digitpad.train.TrainingRun;
import org.digitpad.train.TrainingSettings;
import org.digitpad.ui.chart.ModelColors;
import org.digitpad.ui.common.ForwardingListener;
import org.digitpad.ui.common.Latches;
import org.digitpad.ui.common.UiQueue;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.data.DatasetChoice.Availability;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.RunFolder;
import org.digitpad.ui.train.run.RunState;
import org.digitpad.ui.train.run.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Train tab without a window, with real training on few digits. The UI thread
 * is the test's own, and a hook is called on every step.
 */
public final class TrainFixture {
  /** 120 images, 40 built-in digits and 12 non-digits in batches of 40 are five steps an epoch. */
  public static final TrainingData DATA =
      new TrainingData(
          MnistLikeDigits.images(120, 1), MnistLikeDigits.images(60, 2), Map.of("a", "aa"));

  public static final DatasetChoice DIGITS =
      new DatasetChoice(
          "Digits",
          " --data digits",
          () -> new Availability(true, false, false, "Here."),
          () -> DATA,
          DatasetChoice.Download.NONE);

  /** Few digits that pass for MNIST. */
  public static final DatasetChoice MNIST =
      new DatasetChoice(
          "MNIST",
          "",
          () -> new Availability(true, false, true, "Here."),
          () ->
              new TrainingData(
                  DATA.training(),
                  DATA.validation(),
                  MnistFile.originals().stream()
                      .collect(Collectors.toMap(ExpectedFile::name, ExpectedFile::sha256))),
          DatasetChoice.Download.NONE);

  /** Called on the training thread. */
  @FunctionalInterface
  interface Hook {
    void onStep(int epoch, int step) throws IOException;
  }

  final UiQueue ui = new UiQueue();

  /** The models that were made the pad's active one. */
  final List<LibraryModel> pad = new ArrayList<>();

  final ModelColors colors = new ModelColors(ModelLibrary.bundled());
  final TrainViewModel model;
  volatile Hook hook = (epoch, step) -> {};
  volatile Trainer trainer = TrainFixture::trainWithoutMeasuring;

  /** The last training that was asked for. */
  volatile @Nullable ModelTraining training;

  final SimpleObjectProperty<LibraryModel> active =
      new SimpleObjectProperty<>(ModelLibrary.bundled().get(0));

  TrainFixture(Path models, DatasetChoice... datasets) {
    model =
        new TrainViewModel(
            new TrainDependencies(
                List.of(datasets),
                DatasetChoices::folder,
                DatasetChoices::kaggle,
                this::train,
                new RunFolder(() -> models),
                colors),
            this::use,
            active,
            task -> new Thread(task, "test-training").start(),
            Runnable::run,
            ui);
    model.refresh();
    ui.drain();
  }

  /** Sets up a small run. */
  void setUp(int epochs) {
    model.settings().epochs().textProperty().set(String.valueOf(epochs));
    model.settings().batchSize().textProperty().set("40");
  }

  /** Trains to the end, and returns the result. */
  LibraryModel train() {
    model.train();
    await(RunState.DONE);
    return model.run().resultProperty().get();
  }

  /** Sets up a run of three epochs and stops it after the second step of an epoch. */
  void trainAndStopIn(int epochToStopIn) {
    Halt halt = haltAt(epochToStopIn, 2);
    setUp(3);
    model.train();
    await(RunState.TRAINING);
    halt.awaitReached();
    model.run().stop();
    halt.release();
    await(RunState.STOPPED);
    hook = (epoch, step) -> {};
  }

  /** Lets the training thread wait after a step until it is released. */
  Halt haltAt(int epochToHaltIn, int stepToHaltAt) {
    Halt halt = new Halt(new CountDownLatch(1), new CountDownLatch(1));
    hook =
        (epoch, step) -> {
          if (epoch == epochToHaltIn && step == stepToHaltAt) {
            halt.reached.countDown();
            Latches.await(halt.released);
          }
        };
    return halt;
  }

  /** A step after which the training thread waits. */
  record Halt(CountDownLatch reached, CountDownLatch released) {
    void awaitReached() {
      Latches.await(reached);
    }

    void release() {
      released.countDown();
    }
  }

  /** Runs the UI thread's tasks until the run is in a state. */
  void await(RunState state) {
    ui.runUntil(() -> model.run().stateProperty().get() == state);
  }

  private Model train(
      ModelTraining asked, TrainingListener listener, TrainingControl control, boolean resume)
      throws IOException {
    training = asked;
    HookedListener hooked = new HookedListener(listener);
    try {
      return trainer.train(asked, hooked, control, resume);
    } catch (IllegalStateException wrapper) {
      if (hooked.fault != null) {
        throw hooked.fault;
      }
      throw wrapper;
    }
  }

  /**
   * Trains as {@link ModelTraining} does, but neither calibrates the model nor measures its latency
   * for the card, which takes seconds.
   */
  private static Model trainWithoutMeasuring(
      ModelTraining asked, TrainingListener listener, TrainingControl control, boolean resume)
      throws IOException {
    TrainingSettings settings = asked.settings();
    TrainingData data = asked.data();
    TrainingRun run = new TrainingRun(settings, data, asked.lock().files(), listener, control);
    TrainingRun.Result result = run.train(resume);
    ModelCard card =
        new ModelCard(
            settings.recipe().name(),
            settings.seed(),
            settings.epochs(),
            settings.recipe().batchSize(),
            settings.recipe().learningRate(),
            data.training().size(),
            data.validation().size(),
            result.seconds(),
            result.history(),
            0.01,
            null,
            null,
            30,
            null,
            "none",
            data.sha256());
    Model model = new Model(settings.architecture(), result.parameters(), card);
    asked.save(model);
    run.deleteCheckpoint();
    return model;
  }

  /** Calls the hook after each step. */
  private final class HookedListener extends ForwardingListener {
    private IOException fault;

    HookedListener(TrainingListener listener) {
      super(listener);
    }

    @Override
    public void onStep(StepMetrics step) {
      super.onStep(step);
      try {
        hook.onStep(step.epoch(), step.step());
      } catch (IOException cause) {
        fault = cause;
        throw new IllegalStateException(cause);
      }
    }
  }

  private void use(LibraryModel chosen) {
    pad.add(chosen);
    active.set(chosen);
  }
}
