package org.digitpad.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.source.DataSource;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingListener;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.compare.CompareViewModel;
import org.digitpad.ui.compare.ModelColumnViewModel;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.digitpad.ui.train.TrainDependencies;
import org.digitpad.ui.train.TrainViewModel;
import org.digitpad.ui.train.run.RunState;
import org.digitpad.ui.train.run.Trainer;

/**
 * Writes pictures of the window into the folder given: {@code draw-light.png} and {@code
 * draw-dark.png} with a drawing that the app's own reader has read, {@code training-light.png} and
 * {@code training-dark.png} in the middle of a training, {@code train-light.png} and {@code
 * train-dark.png} after it, {@code compare-light.png} and {@code compare-dark.png} with a digit
 * that the models read differently; on MNIST where {@code DIGITPAD_MNIST_DIR} is set and on a few
 * made-up digits else. Wants the flags of headless JavaFX.
 */
public final class ScreenshotMain {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final int SCALE = 2;
  private static final long PATIENCE_SECONDS = 60;
  private static final long TRAINING_PATIENCE_SECONDS = 600;

  /** Made-up training images, where there is no MNIST. */
  private static final int FEW = 3_000;

  /** The run is held in this epoch while its pictures are taken, as it would go on else. */
  private static final int PICTURED_EPOCH = 6;

  private static final CountDownLatch HALFWAY = new CountDownLatch(1);
  private static final CountDownLatch PICTURED = new CountDownLatch(1);

  private ScreenshotMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 1) {
      System.err.println("Give the folder for the pictures.");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    write(folder);
    System.exit(0);
  }

  private static void write(Path folder) throws IOException, InterruptedException {
    CountDownLatch read = new CountDownLatch(1);
    Stage[] stage = new Stage[1];
    AppDependencies app = DigitPadApp.parts();
    Path files = Files.createTempDirectory("digitpad-screenshots");
    Path images = images(files);
    AppSession session =
        new AppSession(
            TestDependencies.of(
                app.reader(),
                new InMemoryDraftStore(DigitStrokes.of(7)),
                held(TestDependencies.training(images(files), files.resolve("models"))),
                TestDependencies.comparing(images(files), files.resolve("models"))));
    Platform.startup(
        () -> {
          stage[0] = new Stage();
          session
              .answer()
              .answerProperty()
              .addListener(
                  (property, before, now) -> {
                    if (now.state() == Answer.State.READ) {
                      read.countDown();
                    }
                  });
          stage[0].setWidth(WIDTH);
          stage[0].setHeight(HEIGHT);
          session.open(stage[0]);
        });
    if (!read.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the drawing was not read within a minute");
    }
    write(folder, "draw", stage[0], session);
    CountDownLatch done = train(stage[0], session);
    await(HALFWAY);
    onFxThread(session.train().run()::refresh);
    write(folder, "training", stage[0], session);
    PICTURED.countDown();
    await(done);
    showCommonestMistake(stage[0], session.train());
    write(folder, "train", stage[0], session);
    compare(stage[0], session);
    write(folder, "compare", stage[0], session);
    onFxThread(session::close);
  }

  /** A picture in light and one in dark. */
  private static void write(Path folder, String room, Stage stage, AppSession session)
      throws IOException, InterruptedException {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      onFxThread(() -> session.appearance().themeProperty().set(theme));
      WritableImage[] picture = new WritableImage[1];
      onFxThread(() -> picture[0] = snapshot(stage));
      BufferedImage image = SwingFXUtils.fromFXImage(picture[0], null);
      Path file = folder.resolve(room + (theme == ThemeChoice.DARK ? "-dark.png" : "-light.png"));
      ImageIO.write(image, "png", file.toFile());
      System.out.println(file);
    }
  }

  private static Path images(Path files) {
    String mnist = System.getenv().getOrDefault(DataSource.FOLDER_VARIABLE, "");
    return mnist.isBlank()
        ? MnistLikeDigits.writeFolder(files.resolve("images"), FEW, FEW / 10)
        : Path.of(mnist);
  }

  /** The same parts, with a trainer that waits once for its pictures. */
  private static TrainDependencies held(TrainDependencies parts) {
    Trainer trainer =
        (training, listener, control, resume) ->
            parts.trainer().train(training, new HeldListener(listener), control, resume);
    return new TrainDependencies(
        parts.datasets(), parts.fromFolder(), parts.fromFile(), trainer, parts.runs());
  }

  private record HeldListener(TrainingListener listener) implements TrainingListener {
    @Override
    public void onStep(StepMetrics step) {
      listener.onStep(step);
      if (step.epoch() == PICTURED_EPOCH && step.step() == step.steps() / 2) {
        HALFWAY.countDown();
        try {
          PICTURED.await();
        } catch (InterruptedException end) {
          throw new IllegalStateException(end);
        }
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
  }

  /** Trains with what stands in the room; the latch opens at the end. */
  private static CountDownLatch train(Stage stage, AppSession session) throws InterruptedException {
    TrainViewModel model = session.train();
    CountDownLatch done = new CountDownLatch(1);
    onFxThread(
        () -> {
          session.appearance().themeProperty().set(ThemeChoice.LIGHT);
          model
              .run()
              .stateProperty()
              .addListener(
                  (property, before, now) -> {
                    if (now == RunState.DONE || now == RunState.FAILED) {
                      done.countDown();
                    }
                  });
          model.canTrainProperty().addListener((property, before, can) -> trainOnce(model, can));
          fire(stage, "#room-train");
        });
    return done;
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(TRAINING_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the training took too long");
    }
  }

  private static void showCommonestMistake(Stage stage, TrainViewModel model)
      throws InterruptedException {
    onFxThread(
        () -> {
          fire(stage, "#show-misclassified");
          model.run().misclassified().evaluationProperty().get().misread().stream()
              .collect(Collectors.groupingBy(each -> List.of(each.label(), each.read())))
              .entrySet()
              .stream()
              .max(Comparator.comparingInt(entry -> entry.getValue().size()))
              .ifPresent(
                  most ->
                      model
                          .run()
                          .misclassified()
                          .select(most.getKey().get(0), most.getKey().get(1)));
        });
  }

  /** Puts a digit on the paper that one model alone reads wrong. */
  private static void compare(Stage stage, AppSession session) throws InterruptedException {
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch differ = new CountDownLatch(1);
    CompareViewModel model = session.compare();
    onFxThread(
        () -> {
          session.appearance().themeProperty().set(ThemeChoice.LIGHT);
          model
              .predictions()
              .activityProperty()
              .addListener(
                  (property, before, now) -> {
                    int models = model.predictions().snapshotProperty().get().models().size();
                    if (now.isEmpty() && models == model.columns().size()) {
                      read.countDown();
                    }
                  });
          fire(stage, "#room-compare");
        });
    await(read, "the test images were not read");
    onFxThread(
        () -> {
          ModelColumnViewModel last = model.columns().get(model.columns().size() - 1);
          last.answer()
              .answerProperty()
              .addListener(
                  (property, before, now) -> {
                    if (now.image().equals(session.pad().groundProperty().get())) {
                      differ.countDown();
                    }
                  });
          model.disagreements().correctModelsProperty().set(model.columns().size() - 1);
          model
              .disagreements()
              .putOnCanvas(model.disagreements().shownProperty().get().digits().get(0));
        });
    await(differ, "the digit was not read");
  }

  private static void await(CountDownLatch done, String otherwise) throws InterruptedException {
    if (!done.await(TRAINING_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void trainOnce(TrainViewModel model, boolean can) {
    if (can && model.run().stateProperty().get() == RunState.IDLE) {
      model.train();
    }
  }

  private static void fire(Stage stage, String id) {
    ((ToggleButton) stage.getScene().lookup(id)).fire();
  }

  private static WritableImage snapshot(Stage stage) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(SCALE, SCALE));
    return stage.getScene().getRoot().snapshot(parameters, null);
  }

  private static void onFxThread(Runnable task) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          task.run();
          done.countDown();
        });
    done.await();
  }
}
