package org.digitpad.ui;

import org.digitpad.cli.Cli;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.draw.InMemoryDraftStore;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/**
 * Loads the classes of a start: reads a drawing in the window, shows the room to train in, reads a
 * picture and trains a little on the command line. Java lists them meanwhile, for the archive that
 * quickens later starts. Takes a folder to work in; wants the flags of headless JavaFX.
 */
public final class StartUpTour {
  private static final int FEW = 500;

  private StartUpTour() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    showWindow();
    Path images = MnistLikeDigits.writeFolder(folder.resolve("images"), FEW, FEW / 10);
    run(folder, "predict", arguments[1]);
    run(
        folder,
        "train",
        "--data=" + images,
        "--epochs=1",
        "--out=" + folder.resolve("model.safetensors"));
    System.exit(0);
  }

  private static void showWindow() throws InterruptedException {
    AppSession session =
        new AppSession(
            TestDependencies.of(DigitPadApp.parts().reader(), new InMemoryDraftStore(DigitStrokes.of(7))));
    CountDownLatch read = new CountDownLatch(1);
    Stage[] stage = new Stage[1];
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
          session.open(stage[0]);
        });
    read.await();
    CompletableFuture.runAsync(
            () -> {
              ((ToggleButton) stage[0].getScene().lookup("#room-train")).fire();
              session.close();
            },
            Platform::runLater)
        .join();
  }

  private static void run(Path folder, String... arguments) {
    PrintWriter log = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = new Cli(log, log, Map.of("DIGITPAD_HOME", folder.toString())).run(arguments);
    if (code != Cli.OK) {
      throw new IllegalStateException(String.join(" ", arguments) + ": exit code " + code);
    }
  }
}
