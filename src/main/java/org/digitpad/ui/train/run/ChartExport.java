package org.digitpad.ui.train.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.FileErrors;

/** Writes charts to files, off the UI thread. */
final class ChartExport {
  /** Pixels of the image per pixel of the layout. */
  private static final double SCALE = 2;

  private ChartExport() {}

  /**
   * Writes a snapshot of a node as PNG.
   *
   * @param done receives one sentence that says whether the file was saved, on the UI thread
   */
  static void writeImage(Node node, Path file, Consumer<String> done) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(SCALE, SCALE));
    BufferedImage image = SwingFXUtils.fromFXImage(node.snapshot(parameters, null), null);
    write(file, out -> writePng(image, out), done);
  }

  /** ImageIO would take a temporary file for this, and a kill would leave it. */
  private static void writePng(BufferedImage image, OutputStream out) throws IOException {
    try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", png);
    }
  }

  /**
   * Writes comma-separated values.
   *
   * @param done receives one sentence that says whether the file was saved, on the UI thread
   */
  static void writeCsv(String csv, Path file, Consumer<String> done) {
    write(file, out -> out.write(csv.getBytes(StandardCharsets.UTF_8)), done);
  }

  private static void write(Path file, AtomicFiles.Content content, Consumer<String> done) {
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              String sentence = write(file, content);
              Platform.runLater(() -> done.accept(sentence));
            });
  }

  private static String write(Path file, AtomicFiles.Content content) {
    try {
      AtomicFiles.write(file, content);
      return Messages.get("ui.train.run.chartSaved", file.getFileName());
    } catch (IOException cause) {
      return Messages.get("ui.train.run.chartNotSaved", FileErrors.reason(cause));
    }
  }
}
