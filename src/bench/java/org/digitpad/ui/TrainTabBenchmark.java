package org.digitpad.ui;

import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.train.TrainViewModel;
import org.digitpad.ui.train.run.RunState;


import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Trains in the window and prints how long tasks waited for the FX thread meanwhile. A control
 * thread, which is otherwise idle, gets the same tasks: if they wait there as long, the system had no
 * free processor, and the window is not the cause.
 *
 * <p>Arguments: the number of epochs (10), then the ids of buttons to press first, such as {@code
 * show-misclassified}, or {@code --no-probes} to measure only the time of the epochs. Data and models are
 * in the folders that the environment names.
 */
public final class TrainTabBenchmark {
  private static final long PERIOD_NANOS = 5_000_000;
  private static final double PAUSE_MILLIS = 50;
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 800;

  // looked up once, since each lookup allocates
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getGarbageCollectorMXBeans();

  private TrainTabBenchmark() {}

  /**
   * How long one task waited.
   *
   * @param at seconds since the start of the measurement
   * @param millis milliseconds from when the task was due to when it ran
   * @param cpu CPU time of the thread since the previous task, in milliseconds
   * @param collection time of garbage collections since the previous task, in milliseconds
   * @param stack the thread's stack after half a pause; empty for shorter waits
   */
  private record Wait(double at, double millis, double cpu, long collection, String stack) {}

  public static void main(String[] arguments) throws InterruptedException {
    int epochs = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    List<String> shown =
        new ArrayList<>(
            Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length));
    boolean probing = !shown.remove("--no-probes");
    WindowDriver driver = WindowDriver.open(DigitPadApp.dependencies(), WIDTH, HEIGHT);
    driver.press("tab-train");
    TrainViewModel model = driver.session.train();
    driver.await("the images", model.canTrainProperty(), Boolean::booleanValue);
    ExecutorService idle = Executors.newSingleThreadExecutor();
    Prober window = new Prober("window", Platform::runLater);
    Prober control = new Prober("control", idle);
    shown.forEach(driver::press);
    Thread.sleep(2_000); // lets work from opening the tab finish first
    double rendered = cpu("QuantumRenderer");
    if (probing) {
      window.start();
      control.start();
    }
    Platform.runLater(
        () -> {
          model.settings().epochs().textProperty().set(String.valueOf(epochs));
          model.train();
        });
    driver.await(
        "the end of the training",
        model.run().stateProperty(),
        state -> state == RunState.DONE || state == RunState.FAILED);
    Thread.sleep(500);
    LibraryModel run = model.run().resultProperty().get();
    List<Wait> ofWindow = window.end();
    List<Wait> ofControl = control.end();
    idle.shutdown();
    System.out.println("| thread | tasks | over 16 ms | over 50 ms | maximum, ms | maximum CPU time, ms |");
    System.out.println("|---|---|---|---|---|---|");
    print("window", ofWindow);
    print("control", ofControl);
    ofWindow.stream()
        .filter(wait -> wait.millis > PAUSE_MILLIS)
        .forEach(wait -> print(wait, ofControl));
    System.out.printf(
        Locale.ROOT,
        "CPU seconds: window %.2f, rendering %.2f%n",
        sum(ofWindow),
        cpu("QuantumRenderer") - rendered);
    if (run != null) {
      System.out.printf(
          Locale.ROOT,
          "seconds of each epoch: %s%nseconds of all epochs: %.3f%n",
          run.model().card().history().stream()
              .map(epoch -> String.format(Locale.ROOT, "%.2f", epoch.seconds()))
              .collect(Collectors.joining(" ")),
          run.model().card().seconds());
    }
    Platform.runLater(driver.session::close);
    Platform.runLater(Platform::exit);
  }

  private static double sum(List<Wait> waits) {
    return waits.stream().mapToDouble(Wait::cpu).sum() / 1e3;
  }

  /** CPU seconds of the threads whose names start with {@code name}. */
  private static double cpu(String name) {
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
            .filter(thread -> thread != null && thread.getThreadName().startsWith(name))
            .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
            .sum()
        / 1e9;
  }

  private static void print(String thread, List<Wait> waits) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.1f | %.1f |%n",
        thread,
        waits.size(),
        waits.stream().filter(wait -> wait.millis > 16).count(),
        waits.stream().filter(wait -> wait.millis > PAUSE_MILLIS).count(),
        waits.stream().mapToDouble(Wait::millis).max().orElse(0),
        waits.stream().mapToDouble(Wait::cpu).max().orElse(0));
  }

  /** Prints a pause and the longest wait of the control thread at the same time. */
  private static void print(Wait pause, List<Wait> others) {
    double control =
        others.stream()
            .filter(other -> other.at < pause.at + pause.millis / 1e3)
            .filter(other -> other.at + other.millis / 1e3 > pause.at)
            .mapToDouble(Wait::millis)
            .max()
            .orElse(0);
    System.out.printf(
        Locale.ROOT,
        "at %.2f s: %.1f ms, of which %.1f CPU time and %d garbage collection; control %.1f ms; %s%n",
        pause.at,
        pause.millis,
        pause.cpu,
        pause.collection,
        control,
        pause.stack);
  }

  /** Gives a thread one empty task after another and measures how long each waits. */
  private static final class Prober {
    private final Executor executor;
    private final Thread feeder;
    private final List<Wait> waits = new ArrayList<>();
    private volatile boolean ended;
    private volatile long ranAt;
    private volatile @Nullable Thread probed;

    Prober(String name, Executor executor) {
      this.executor = executor;
      this.feeder = new Thread(this::feed, "probe-" + name);
    }

    void start() {
      feeder.start();
    }

    List<Wait> end() throws InterruptedException {
      ended = true;
      feeder.join();
      return waits;
    }

    private void feed() {
      probe(); // finds out which thread runs the tasks
      long start = System.nanoTime();
      long cpu = cpu();
      long collected = collected();
      while (!ended) {
        // from when the task was due: a garbage collection stops this thread as well
        long from = ranAt + PERIOD_NANOS;
        for (long left = PERIOD_NANOS; left > 0; left = from - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        String stack = probe();
        long cpuBefore = cpu;
        long collectedBefore = collected;
        cpu = cpu();
        collected = collected();
        waits.add(
            new Wait(
                (from - start) / 1e9,
                (ranAt - from) / 1e6,
                (cpu - cpuBefore) / 1e6,
                collected - collectedBefore,
                stack));
      }
    }

    private String probe() {
      String stack = "";
      long from = System.nanoTime();
      ranAt = 0;
      executor.execute(
          () -> {
            probed = Thread.currentThread();
            ranAt = System.nanoTime();
            LockSupport.unpark(feeder);
          });
      while (ranAt == 0) {
        LockSupport.parkNanos(PERIOD_NANOS);
        Thread thread = probed;
        if (stack.isEmpty() && thread != null && System.nanoTime() - from > PAUSE_MILLIS / 2 * 1e6) {
          stack =
              Arrays.stream(thread.getStackTrace())
                  .limit(24)
                  .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                  .collect(Collectors.joining(" < "));
        }
      }
      return stack;
    }

    private long cpu() {
      Thread thread = probed;
      return thread == null ? 0 : THREADS.getThreadCpuTime(thread.getId());
    }

    private static long collected() {
      long millis = 0;
      for (GarbageCollectorMXBean collector : COLLECTORS) {
        millis += collector.getCollectionTime();
      }
      return millis;
    }
  }
}
