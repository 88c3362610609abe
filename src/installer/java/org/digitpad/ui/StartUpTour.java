package org.digitpad.ui;

import org.digitpad.cli.Cli;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ui.draw.InMemoryDraftStore;


import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Loads the classes that DigitPad uses at its start: recognizes a drawing in the window, shows the
 * Train tab, and predicts and trains on the command line. Java lists these classes meanwhile, for
 * the class data sharing archive that speeds up later starts. Takes a folder for its files and an
 * image to predict for. Needs the JVM options of headless JavaFX.
 */
public final class StartUpTour {
  private static final int IMAGES = 500;
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 800;

  private StartUpTour() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    showWindow();
    Path images = MnistLikeDigits.writeFolder(folder.resolve("images"), IMAGES, IMAGES / 10);
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
    WindowDriver window =
        WindowDriver.open(
            new TestDependencies().drafts(new InMemoryDraftStore(WindowDriver.seven())).build(),
            WIDTH,
            HEIGHT);
    window.awaitPrediction();
    window.press("tab-train");
    window.run(window.session::close);
  }

  private static void run(Path folder, String... arguments) {
    PrintWriter log = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = new Cli(log, log, Map.of("DIGITPAD_HOME", folder.toString())).run(arguments);
    if (code != Cli.OK) {
      throw new IllegalStateException(String.join(" ", arguments) + ": exit code " + code);
    }
  }
}
