package org.digitpad.ui.train.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.train.RunLock;

/** Writes charts to files, off the UI thread. */
final class ChartExport {
  /** Pixels of the image per pixel of the layout. */
  private static final double SCALE = 2;

  private ChartExport() {}

  /**
   * Writes a snapshot of a node as PNG.
   *
   * @param inputs files that must not be replaced
   * @param done receives one sentence that says whether the file was saved, on the UI thread
   */
  static void writeImage(Node node, Path file, List<Path> inputs, Consumer<String> done) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(SCALE, SCALE));
    BufferedImage image = SwingFXUtils.fromFXImage(node.snapshot(parameters, null), null);
    write(file, inputs, out -> writePng(image, out), done);
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
   * @param inputs files that must not be replaced
   * @param done receives one sentence that says whether the file was saved, on the UI thread
   */
  static void writeCsv(String csv, Path file, List<Path> inputs, Consumer<String> done) {
    write(file, inputs, out -> out.write(csv.getBytes(StandardCharsets.UTF_8)), done);
  }

  private static void write(
      Path file, List<Path> inputs, AtomicFiles.Content content, Consumer<String> done) {
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              String sentence = write(file, inputs, content);
              Platform.runLater(() -> done.accept(sentence));
            });
  }

  /** Writes a file and returns one sentence that says whether it was saved. */
  static String write(Path file, List<Path> inputs, AtomicFiles.Content content) {
    try {
      AtomicFiles.requireDistinct(file, inputs);
      RunLock.requireFree(file);
      AtomicFiles.write(file, content);
      return Messages.get("ui.train.run.chartSaved", file.getFileName());
    } catch (BadInputException inUse) {
      return inUse.getMessage();
    } catch (IOException cause) {
      return Messages.get("ui.train.run.chartNotSaved", FileErrors.reason(cause));
    }
  }
}
