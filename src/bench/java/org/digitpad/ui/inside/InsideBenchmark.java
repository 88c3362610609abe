package org.digitpad.ui.inside;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Stroke;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * Measures what the panel costs while digits are drawn point by point: milliseconds of processor
 * time for each drawing and section, in the background (explaining it) and on the JavaFX thread
 * (showing it, with layout, without painting); medians and the 99th percentile. Needs the JVM
 * options of headless JavaFX.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.ui.inside.InsideBenchmark \
 *   -Dbench.args=
 * </pre>
 */
public final class InsideBenchmark {
  private static final int DRAWINGS = 24;
  private static final int EVERY = 3;
  private static final double WIDTH = 900;
  private static final double HEIGHT = 700;
  private static final double CANVAS = 560;

  private InsideBenchmark() {}

  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            for (LibraryModel model : ModelLibrary.bundled()) {
              if (!model.isCombination()) {
                measure(model);
              }
            }
          } finally {
            done.countDown();
          }
        });
    done.await();
    System.exit(0);
  }

  private static void measure(LibraryModel model) {
    List<Runnable> background = new ArrayList<>();
    List<Runnable> shows = new ArrayList<>();
    InsideViewModel inside =
        new InsideViewModel(
            new SimpleObjectProperty<>(model),
            open -> {},
            background::add,
            profiling -> {},
            shows::add);
    // never at rest: changes are not searched for
    inside.contentExtended(CanvasContent.BLANK);
    inside.toggle();
    InsidePanel panel = new InsidePanel(inside, new SimpleBooleanProperty());
    InsideOverlay overlay = new InsideOverlay(inside);
    Pane root = new Pane(overlay, panel);
    Scene scene = new Scene(root, WIDTH + CANVAS, HEIGHT);
    panel.resizeRelocate(CANVAS, 0, WIDTH, HEIGHT);
    overlay.resizeRelocate(0, 0, CANVAS, CANVAS);
    List<Subject> subjects = subjects(model.newRecognizer());
    for (Section section : Section.values()) {
      inside.sectionProperty().set(section);
      double[] explaining = new double[subjects.size()];
      double[] showing = new double[subjects.size()];
      for (int round = 0; round < 2; round++) { // the first round warms up
        for (int i = 0; i < subjects.size(); i++) {
          inside.show(subjects.get(i));
          explaining[i] = millis(() -> runAll(background));
          showing[i] =
              millis(
                  () -> {
                    runAll(shows);
                    root.applyCss();
                    root.layout();
                  });
          // such as a convolution that follows the strongest value
          runAll(background);
          runAll(shows);
        }
      }
      print(model.name(), section, "background", explaining);
      print(model.name(), section, "JavaFX thread", showing);
    }
    scene.setRoot(new Pane());
    inside.close();
  }

  private static List<Subject> subjects(Recognizer recognizer) {
    List<Subject> subjects = new ArrayList<>();
    for (LabeledDrawing digit : BuiltinDigits.drawings(DRAWINGS, 3)) {
      List<Stroke> before = new ArrayList<>();
      for (Stroke stroke : digit.drawing().strokes()) {
        for (int points = 1; points <= stroke.points().size(); points += EVERY) {
          List<Stroke> strokes = new ArrayList<>(before);
          strokes.add(new Stroke(stroke.points().subList(0, points), stroke.penWidth()));
          Drawing drawing = new Drawing(strokes);
          Prediction read = recognizer.recognize(drawing);
          subjects.add(new Subject(read.image(), drawing, read.probabilities()));
        }
        before.add(stroke);
      }
    }
    return subjects;
  }

  private static void runAll(List<Runnable> tasks) {
    List<Runnable> now = List.copyOf(tasks);
    tasks.clear();
    now.forEach(Runnable::run);
  }

  private static double millis(Runnable task) {
    long start = cpuNanos();
    task.run();
    return (cpuNanos() - start) / 1e6;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String model, Section section, String what, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s, %s: %s %.2f (99%%: %.2f)%n",
        model,
        section,
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100]);
  }
}
