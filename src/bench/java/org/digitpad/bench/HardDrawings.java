package org.digitpad.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints the drawings that a model misreads most surely, by file and line, and draws them as a
 * picture: what is written, what is read, and with what probability.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.HardDrawings \
 *   -Dbench.args="--strokes dev.jsonl.gz --strokes pendigits.jsonl.gz"
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.HardDrawings \
 *   -Dbench.args="--all --strokes src/bench/hard.jsonl --picture docs/hard.png"
 * </pre>
 */
@Command(name = "hard", mixinStandardHelpOptions = true)
public final class HardDrawings implements Callable<Integer> {
  private static final int COUNT = 10;
  private static final int COLUMNS = 5;
  private static final int CELL = 168;
  private static final int CAPTION = 24;
  private static final double CANVAS = 280;
  private static final double MARGIN = 14;

  @Option(names = "--strokes", required = true, description = "Labeled drawings; repeatable.")
  private List<Path> files;

  @Option(names = "--model", defaultValue = "conv-gru", description = "Default: conv-gru.")
  private String model;

  @Option(names = "--all", description = "All drawings in their order, also those read right.")
  private boolean all;

  @Option(names = "--picture", description = "PNG file to write.")
  private Path picture;

  /** A drawing and what was read. */
  private record Read(String place, LabeledDrawing drawing, Prediction prediction) {
    int label() {
      return Objects.requireNonNull(drawing.label());
    }

    boolean isWrong() {
      return prediction.label() != label();
    }

    float sureness() {
      return prediction.probability(prediction.label());
    }

    String caption() {
      return String.format(
          Locale.ROOT,
          "%d, read as %d (%.0f%%)%s",
          label(),
          prediction.label(),
          100 * sureness(),
          prediction.rejected() ? " ✗" : "");
    }
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new HardDrawings()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Recognizer recognizer = ModelLibrary.find(model).newRecognizer();
    List<Read> reads = new ArrayList<>();
    for (Path file : files) {
      int line = 0;
      for (LabeledDrawing drawing : StrokesEvaluation.readDrawings(file)) {
        line++;
        String place = file.getFileName() + ":" + line;
        reads.add(new Read(place, drawing, recognizer.recognize(drawing.drawing())));
      }
    }
    if (!all) {
      reads =
          reads.stream()
              .filter(Read::isWrong)
              .sorted(Comparator.comparingDouble(Read::sureness).reversed())
              .limit(COUNT)
              .toList();
    }
    for (Read read : reads) {
      System.out.println(read.place + ": " + read.caption());
    }
    if (picture != null) {
      ImageIO.write(draw(reads), "png", picture.toFile());
    }
    return 0;
  }

  private static BufferedImage draw(List<Read> reads) {
    int rows = (reads.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage image =
        new BufferedImage(COLUMNS * CELL, rows * (CELL + CAPTION), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    for (int i = 0; i < reads.size(); i++) {
      int left = i % COLUMNS * CELL;
      int top = i / COLUMNS * (CELL + CAPTION);
      graphics.setStroke(new BasicStroke(1));
      graphics.setColor(new Color(0xe6e6e6));
      graphics.drawRect(left + 2, top + 2, CELL - 4, CELL - 4);
      graphics.setColor(Color.BLACK);
      drawInk(graphics, reads.get(i), left + MARGIN, top + MARGIN);
      graphics.drawString(reads.get(i).caption(), left + 4, top + CELL + CAPTION - 8);
    }
    graphics.dispose();
    return image;
  }

  private static void drawInk(Graphics2D graphics, Read read, double left, double top) {
    double scale = (CELL - 2 * MARGIN) / CANVAS;
    for (Stroke stroke : read.drawing.drawing().strokes()) {
      Path2D path = new Path2D.Double();
      List<InkPoint> points = stroke.points();
      path.moveTo(left + scale * points.get(0).x(), top + scale * points.get(0).y());
      for (InkPoint point : points) {
        path.lineTo(left + scale * point.x(), top + scale * point.y());
      }
      graphics.setStroke(
          new BasicStroke(
              (float) (scale * stroke.penWidth()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(path);
    }
  }
}
