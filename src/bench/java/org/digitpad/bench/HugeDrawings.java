package org.digitpad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.draw.DraftFile;
import org.digitpad.ui.draw.DraftStore;
import org.digitpad.ui.pad.PadViewModel;
import org.digitpad.ui.pad.SavedCanvas;

/**
 * Measures how long drawings of up to 300,000 strokes take to restore, to draw on and to save.
 *
 * <pre>mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.HugeDrawings -Dbench.args=</pre>
 */
public final class HugeDrawings {
  private static final int[] STROKES = {100, 10_000, 300_000};
  private static final int DRAWN = 200;

  private HugeDrawings() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("| strokes | read file | restore | draw a stroke of 10 points | save |");
    System.out.println("|---|---|---|---|---|");
    for (int round = 0; round < 2; round++) {
      for (int strokes : STROKES) {
        String row = measure(strokes);
        if (round > 0) {
          System.out.println(row);
        }
      }
    }
  }

  private static String measure(int strokes) throws IOException {
    Path folder = Files.createTempDirectory("huge-drawings");
    DraftFile first = new DraftFile(() -> folder);
    SavedCanvas drawing = drawing(strokes);
    long start = System.nanoTime();
    first.save(drawing);
    double save = millisSince(start);
    start = System.nanoTime();
    DraftStore.Restored restored = new DraftFile(() -> folder).load();
    double read = millisSince(start);
    PadViewModel pad = new PadViewModel(content -> {});
    start = System.nanoTime();
    pad.restore(restored.content().orElseThrow());
    double restore = millisSince(start);
    start = System.nanoTime();
    for (int i = 0; i < DRAWN; i++) {
      pad.penDown(i, 0);
      for (int point = 1; point < 10; point++) {
        pad.penMove(i, 10 * point);
      }
      pad.penUp();
    }
    double draw = millisSince(start) / DRAWN;
    return "| %,d | %.1f ms | %.1f ms | %.4f ms | %.1f ms |"
        .formatted(strokes, read, restore, draw, save);
  }

  private static SavedCanvas drawing(int count) {
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = i % 270;
      double y = i / 270 % 270;
      strokes.add(new Stroke(List.of(new InkPoint(x, y), new InkPoint(x + 5, y + 7))));
    }
    return new SavedCanvas(new CanvasContent(new Drawing(strokes)));
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
