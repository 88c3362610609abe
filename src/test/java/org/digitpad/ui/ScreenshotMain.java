package org.digitpad.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.pad.Answer;
import org.digitpad.ui.pad.MemoryDrafts;

/**
 * Writes pictures of the window with a drawing that the app's own reader has read: {@code
 * draw-light.png} and {@code draw-dark.png} in the folder given. Wants the flags of headless
 * JavaFX.
 */
public final class ScreenshotMain {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final int SCALE = 2;
  private static final long PATIENCE_SECONDS = 60;

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
    AppSession session =
        new AppSession(TestParts.of(app.reader(), new MemoryDrafts(DigitStrokes.of(7))));
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
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      onFxThread(() -> session.appearance().themeProperty().set(theme));
      WritableImage[] picture = new WritableImage[1];
      onFxThread(() -> picture[0] = snapshot(stage[0]));
      BufferedImage image = SwingFXUtils.fromFXImage(picture[0], null);
      Path file = folder.resolve(theme == ThemeChoice.DARK ? "draw-dark.png" : "draw-light.png");
      ImageIO.write(image, "png", file.toFile());
      System.out.println(file);
    }
    onFxThread(session::close);
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
