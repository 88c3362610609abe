package org.digitpad.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingListener;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.data.DatasetChoices;
import org.digitpad.ui.train.history.ModelFolder;
import org.digitpad.ui.train.run.RunState;

/**
 * Trains for real, on few digits, without a window: the UI thread is the test's own, and a hook
 * looks in on every step.
 */
public final class TrainFixture {
  /**
   * 120 images, 40 builtin digits and 12 that are none in batches of 40 are five steps an epoch.
   */
  public static final TrainingData DATA =
      new TrainingData(
          MnistLikeDigits.images(120, 1), MnistLikeDigits.images(60, 2), Map.of("a", "aa"));

  public static final DatasetChoice DIGITS =
      new DatasetChoice(
          "Digits",
          " --data digits",
          () -> new DatasetChoice.State(true, false, "Here."),
          () -> DATA,
          DatasetChoice.Download.NONE);

  /** Called on the training thread. */
  interface Hook {
    void onStep(int epoch, int step) throws IOException;
  }

  final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<LibraryModel> pad = new LinkedBlockingQueue<>();
  final ModelFolder folder;
  final TrainViewModel model;
  volatile Hook hook = (epoch, step) -> {};

  TrainFixture(Path models, DatasetChoice... choices) {
    folder = new ModelFolder(() -> models);
    model =
        new TrainViewModel(
            new TrainDependencies(
                List.of(choices),
                DatasetChoices::folder,
                DatasetChoices::kaggle,
                this::train,
                folder),
            pad::add,
            task -> new Thread(task, "test-training").start(),
            Runnable::run,
            ui::add);
    model.look();
    drain();
  }

  /** Chooses a small run. */
  void choose(int epochs) {
    model.choices().epochs().textProperty().set(String.valueOf(epochs));
    model.choices().batch().textProperty().set("40");
  }

  /** Runs what came to the UI thread until a state is there. */
  void await(RunState state) {
    until(() -> model.run().stateProperty().get() == state);
    drain();
  }

  void until(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        Runnable task = ui.poll(60, TimeUnit.SECONDS);
        if (task == null) {
          throw new AssertionError("never came; now " + model.run().stateProperty().get());
        }
        task.run();
      }
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  void drain() {
    for (Runnable task = ui.poll(); task != null; task = ui.poll()) {
      task.run();
    }
  }

  private Model train(
      ModelTraining training, TrainingListener listener, TrainingControl control, boolean resume)
      throws IOException {
    IOException[] fault = new IOException[1];
    TrainingListener hooked =
        new TrainingListener() {
          @Override
          public void onStep(StepMetrics step) {
            listener.onStep(step);
            try {
              hook.onStep(step.epoch(), step.step());
            } catch (IOException cause) {
              fault[0] = cause;
              throw new IllegalStateException(cause);
            }
          }

          @Override
          public void onValidation(int epoch, Evaluation validation) {
            listener.onValidation(epoch, validation);
          }

          @Override
          public void onEpoch(EpochMetrics epoch) {
            listener.onEpoch(epoch);
          }
        };
    try {
      return training.train(hooked, control, resume);
    } catch (IllegalStateException hidden) {
      if (fault[0] != null) {
        throw fault[0];
      }
      throw hidden;
    }
  }
}
