package org.digitpad.bench;

import java.awt.Color;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import org.digitpad.evaluate.Processor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the time from a move of the mouse to its ink on the screen, in the real window. The mouse
 * is moved through the X server, and the pixel under it is read from the screen until it is dark; the
 * moves come at random times, so that frames are met at any moment. With {@code --train}, the
 * standard training runs meanwhile.
 *
 * <pre>
 * DIGITPAD_HOME=$(mktemp -d) xvfb-run -a -s "-screen 0 1600x1000x24" \
 *   mvn -Pbench -DskipTests package exec:exec \
 *   -Dbench.main=org.digitpad.bench.PenLatency -Dbench.args="--train"
 * </pre>
 */
@Command(name = "pen-latency", mixinStandardHelpOptions = true)
public final class PenLatency implements Callable<Integer> {
  /** Distance of two points in pixels: the ink of one does not reach the next. */
  private static final int STEP = 40;

  private static final int MARGIN = 40;

  /** Moves before the first one that counts. */
  private static final int WARM_UP = 200;

  private static final double GIVE_UP_MILLIS = 2_000;

  @Option(names = "--moves", description = "Number of moves; 2000 if left out.")
  private int moves = 2_000;

  @Option(names = "--train", description = "Measures while a training runs.")
  private boolean train;

  private final PadWindow window = new PadWindow();
  private final Random random = new Random(1);
  private Robot robot;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PenLatency()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    robot = new Robot();
    window.open();
    if (train) {
      startTraining();
    }
    double[] millis = new double[moves];
    for (int done = -WARM_UP; done < moves; ) {
      done = drawLines(millis, done);
      key(KeyEvent.VK_DELETE);
      window.await("a blank canvas", () -> PadWindow.shown().equals("–"));
    }
    Arrays.sort(millis);
    System.out.printf("%s%s%n", Processor.name(), train ? ", while a training runs" : "");
    System.out.printf(
        "move to ink on the screen, %d moves: median %.1f ms, p90 %.1f, p99 %.1f, longest %.1f%n",
        moves, share(millis, 0.5), share(millis, 0.9), share(millis, 0.99), millis[moves - 1]);
    return 0;
  }

  /** Draws horizontal lines from top to bottom, and returns how many moves are done. */
  private int drawLines(double[] millis, int before) throws Exception {
    Bounds canvas = window.canvas();
    int done = before;
    for (int y = (int) canvas.getMinY() + MARGIN; y < canvas.getMaxY() - MARGIN; y += STEP + 16) {
      int x = (int) canvas.getMinX() + MARGIN;
      robot.mouseMove(x, y);
      robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
      for (x += STEP; x < canvas.getMaxX() - MARGIN && done < moves; x += STEP) {
        Thread.sleep(8 + random.nextInt(17), random.nextInt(1_000_000));
        double time = move(x, y);
        if (done >= 0) {
          millis[done] = time;
        }
        done++;
      }
      robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }
    return done;
  }

  /** Moves the mouse, and returns the milliseconds until there is ink. */
  private double move(int x, int y) {
    long start = System.nanoTime();
    robot.mouseMove(x, y);
    double millis;
    Color pixel;
    do {
      pixel = robot.getPixelColor(x, y);
      millis = (System.nanoTime() - start) / 1e6;
      if (millis > GIVE_UP_MILLIS) {
        throw new IllegalStateException("no ink came at " + x + ", " + y);
      }
    } while (pixel.getRed() > 128);
    return millis;
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
