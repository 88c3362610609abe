package org.digitpad.ui.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.FileErrors;

/** Writes charts to files, off the UI thread. */
final class ChartExport {
  private static final double SHARPNESS = 2;

  private ChartExport() {}

  /**
   * Writes what a node looks like.
   *
   * @param told what became of it, in a sentence
   */
  static void picture(Node node, Path file, Consumer<String> told) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(SHARPNESS, SHARPNESS));
    BufferedImage image = SwingFXUtils.fromFXImage(node.snapshot(parameters, null), null);
    write(file, out -> ImageIO.write(image, "png", out), told);
  }

  static void figures(String csv, Path file, Consumer<String> told) {
    write(file, out -> out.write(csv.getBytes(StandardCharsets.UTF_8)), told);
  }

  private static void write(Path file, AtomicFiles.Content content, Consumer<String> told) {
    CompletableFuture.supplyAsync(
            () -> {
              try {
                AtomicFiles.write(file, content);
                return "Saved " + file.getFileName();
              } catch (IOException cause) {
                return "Not saved: " + FileErrors.reason(cause) + ". Choose another place.";
              }
            })
        .thenAcceptAsync(told, Platform::runLater);
  }
}
