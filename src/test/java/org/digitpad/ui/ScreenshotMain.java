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
import org.digitpad.data.DataSource;
import org.digitpad.data.SyntheticDigits;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.pad.Answer;
import org.digitpad.ui.pad.MemoryDrafts;
import org.digitpad.ui.train.TrainViewModel;

/**
 * Writes pictures of the window into the folder given: {@code draw-light.png} and {@code
 * draw-dark.png} with a drawing that the app's own reader has read, {@code train-light.png} and
 * {@code train-dark.png} after a training, on MNIST where {@code DIGITPAD_MNIST_DIR} is set and on
 * a few made-up digits else. Wants the flags of headless JavaFX.
 */
public final class ScreenshotMain {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final int SCALE = 2;
  private static final long PATIENCE_SECONDS = 60;
  private static final long TRAINING_PATIENCE_SECONDS = 600;

  /** Made-up training images, where there is no MNIST. */
  private static final int FEW = 3_000;

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
    AppParts app = DigitPadApp.parts();
    Path files = Files.createTempDirectory("digitpad-screenshots");
    AppSession session =
        new AppSession(
            TestParts.of(
                app.reader(),
                new MemoryDrafts(DigitStrokes.of(7)),
                TestParts.training(images(files), files.resolve("models"))));
    Platform.startup(
        () -> {
          stage[0] = new Stage();
          session
              .pad()
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
    train(stage[0], session);
    write(folder, "train", stage[0], session);
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
        ? SyntheticDigits.writeFolder(files.resolve("images"), FEW, FEW / 10)
        : Path.of(mnist);
  }

  /** Trains with what stands in the room, and shows the commonest mistake. */
  private static void train(Stage stage, AppSession session) throws InterruptedException {
    TrainViewModel model = session.train();
    CountDownLatch done = new CountDownLatch(1);
    onFxThread(
        () -> {
          session.appearance().themeProperty().set(ThemeChoice.LIGHT);
          model
              .stateProperty()
              .addListener(
                  (property, before, now) -> {
                    if (now == TrainViewModel.State.DONE || now == TrainViewModel.State.FAILED) {
                      done.countDown();
                    }
                  });
          model.canTrainProperty().addListener((property, before, can) -> trainOnce(model, can));
          fire(stage, "#room-train");
        });
    if (!done.await(TRAINING_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the training took too long");
    }
    onFxThread(
        () -> {
          fire(stage, "#show-mistakes");
          model.mistakes().evaluationProperty().get().misread().stream()
              .collect(Collectors.groupingBy(each -> List.of(each.label(), each.read())))
              .entrySet()
              .stream()
              .max(Comparator.comparingInt(entry -> entry.getValue().size()))
              .ifPresent(
                  most -> model.mistakes().choose(most.getKey().get(0), most.getKey().get(1)));
        });
  }

  private static void trainOnce(TrainViewModel model, boolean can) {
    if (can && model.stateProperty().get() == TrainViewModel.State.IDLE) {
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
