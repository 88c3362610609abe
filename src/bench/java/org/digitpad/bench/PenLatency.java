package org.digitpad.bench;

import java.awt.Color;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Bounds;
import org.digitpad.data.synth.ExampleDigits;
import org.digitpad.evaluate.Processor;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the time from a move of the mouse to its ink on the screen, in the real window. The ten
 * example digits are drawn again and again: the mouse is moved through the X server, at random times
 * so that frames are met at any moment, and the pixel below it is read from the screen until it has
 * another color. Moves to where ink is already do not count. Each digit takes about three seconds.
 *
 * <p>With {@code --inside}, each digit is drawn once with the panel closed and once with the panel
 * open, by turns, so that both meet the same load. With {@code --train}, the standard training runs
 * meanwhile.
 *
 * <pre>
 * apt-get install -y xvfb xauth openbox libgtk-3-0
 * DIGITPAD_HOME=$(mktemp -d) xvfb-run -a -s "-screen 0 1600x1000x24" sh -c 'openbox &amp; \
 *   mvn -o -Pbench -DskipTests package exec:exec \
 *   -Dbench.main=org.digitpad.bench.PenLatency -Dbench.args="--inside"'
 * </pre>
 */
@Command(name = "pen-latency", mixinStandardHelpOptions = true)
public final class PenLatency implements Callable<Integer> {
  /** Distance of two points in pixels of the screen: the ink of one does not reach the next. */
  private static final double STEP = 36;

  /** Drawings before the first one that counts. */
  private static final int WARM_UP = 10;

  /** So much another color is ink, of 255. */
  private static final int INK = 64;

  private static final double GIVE_UP_MILLIS = 5_000;

  /**
   * After so long without ink the mouse moves by a pixel: JavaFX lets GTK send hints of moves and
   * asks for the next one once it has handled one, and a move in between is reported with the next.
   */
  private static final double LOST_MILLIS = 1_000;

  /** Pauses of the reader, so that it takes no processor from what it measures. */
  private static final long POLL_NANOS = 200_000;

  @Option(names = "--digits", description = "Number of digits; 50 if left out.")
  private int digits = 50;

  @Option(names = "--train", description = "Measures while a training runs.")
  private boolean train;

  @Option(names = "--inside", description = "Draws each digit with and without the panel Inside.")
  private boolean inside;

  private final PadWindow window = new PadWindow();
  private final Random random = new Random(1);
  private final List<Double> closed = new ArrayList<>();
  private final List<Double> open = new ArrayList<>();
  private Robot robot;
  private int lost;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PenLatency()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    window.open();
    // not before JavaFX: it would not find its GTK library
    robot = new Robot();
    // the window manager may still move and resize the window
    Thread.sleep(5_000);
    stableCanvas();
    if (train) {
      startTraining();
    }
    for (int i = -WARM_UP; i < digits; i++) {
      draw(i, closed);
      if (inside) {
        toggleInside();
        draw(i, open);
        toggleInside();
      }
      System.err.printf("\r%d of %d", Math.max(0, i + 1), digits);
    }
    System.err.println();
    System.out.printf("%s%s%n", Processor.name(), train ? ", while a training runs" : "");
    double p99 = report("drawing", closed);
    if (inside) {
      double opened = report("with the panel Inside", open);
      System.out.printf("p99 with the panel / without: %.2f%n", opened / p99);
    }
    System.out.printf("%d moves were reported with the next one only or not at all, and not counted%n", lost);
    return 0;
  }

  private static double report(String what, List<Double> times) {
    double[] millis = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double p99 = share(millis, 0.99);
    System.out.printf(
        "%s: move to ink on the screen, %d moves: median %.1f ms, p90 %.1f, p99 %.1f, longest %.1f%n",
        what, millis.length, share(millis, 0.5), share(millis, 0.9), p99, millis[millis.length - 1]);
    return p99;
  }

  private void toggleInside() throws InterruptedException {
    key(KeyEvent.VK_CONTROL, KeyEvent.VK_I);
    Thread.sleep(500);
  }

  /** Returns where the canvas is, once it no longer moves. */
  private Bounds stableCanvas() throws Exception {
    Bounds before = window.canvas();
    while (true) {
      Thread.sleep(300);
      Bounds now = window.canvas();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
  }

  /** Draws a digit and clears the canvas; negative numbers are for warm-up. */
  private void draw(int number, List<Double> times) throws Exception {
    Bounds canvas = stableCanvas();
    int digit = Math.floorMod(number, ExampleDigits.drawings().size());
    for (Stroke stroke : ExampleDigits.drawings().get(digit).strokes()) {
      List<double[]> points = onScreen(stroke, canvas);
      robot.mouseMove((int) points.get(0)[0], (int) points.get(0)[1]);
      Thread.sleep(60);
      robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
      Thread.sleep(60);
      for (double[] point : points.subList(1, points.size())) {
        Thread.sleep(8 + random.nextInt(17), random.nextInt(1_000_000));
        double time = move((int) point[0], (int) point[1]);
        if (number >= 0 && time >= 0) {
          times.add(time);
        }
      }
      robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
      Thread.sleep(60);
    }
    key(KeyEvent.VK_DELETE);
    window.await("a blank canvas", () -> PadWindow.shown().equals("–"));
  }

  /** Returns points of a stroke that are {@link #STEP} pixels apart on its way. */
  private static List<double[]> onScreen(Stroke stroke, Bounds canvas) {
    double scale = canvas.getWidth() / CanvasContent.SIZE;
    List<double[]> points = new ArrayList<>();
    double way = 0;
    InkPoint before = stroke.points().get(0);
    for (InkPoint point : stroke.points()) {
      way += scale * Math.hypot(point.x() - before.x(), point.y() - before.y());
      before = point;
      if (points.isEmpty() || way >= STEP) {
        way = 0;
        points.add(
            new double[] {
              canvas.getMinX() + scale * point.x(), canvas.getMinY() + scale * point.y()
            });
      }
    }
    return points;
  }

  /** Moves the mouse, and returns the milliseconds until there is ink; −1 if there was before. */
  private double move(int x, int y) {
    Color paper = robot.getPixelColor(x, y);
    boolean blank = Math.min(paper.getRed(), paper.getGreen()) > 128;
    long start = System.nanoTime();
    robot.mouseMove(x, y);
    if (!blank) {
      return -1;
    }
    boolean unreported = false;
    while (Math.abs(robot.getPixelColor(x, y).getGreen() - paper.getGreen()) < INK) {
      double millis = (System.nanoTime() - start) / 1e6;
      if (millis > GIVE_UP_MILLIS) {
        return -1;
      }
      if (millis > LOST_MILLIS && !unreported) {
        unreported = true;
        lost++;
        robot.mouseMove(x + 1, y);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return unreported ? -1 : (System.nanoTime() - start) / 1e6;
  }

  private void startTraining() throws Exception {
    key(KeyEvent.VK_CONTROL, KeyEvent.VK_2);
    // until the tab knows its dataset, the shortcut does nothing
    window.await(
        "a training",
        () -> {
          key(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
          return PadWindow.shows(".training-sign");
        });
    key(KeyEvent.VK_CONTROL, KeyEvent.VK_1);
    Thread.sleep(5_000);
  }

  private void key(int... keys) {
    Arrays.stream(keys).forEach(robot::keyPress);
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.keyRelease(keys[i]);
    }
  }

  private static double share(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
