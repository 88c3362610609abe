package org.digitpad.soak;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures the pauses of a thread: gives it one empty task after another, as a heartbeat, and looks
 * how long each waits. An idle thread gets the same tasks: if one waits there as well, the machine
 * was busy or collected garbage, and the thread is not alone the cause.
 */
public final class PauseMeter implements AutoCloseable {
  private static final long PERIOD_NANOS = 10_000_000;
  private static final int FRAMES = 30;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * A pause.
   *
   * @param millis how long a task waited
   * @param cpu how long the thread computed meanwhile, in milliseconds
   * @param collection how long garbage was collected meanwhile, in milliseconds
   * @param idle how long a task of the idle thread waited meanwhile, at most, in milliseconds
   * @param starved how long it, and those that it waits for, had no processor, in milliseconds
   * @param stack what the thread did after half of the limit
   */
  public record Pause(
      double millis, double cpu, double collection, double idle, double starved, String stack) {
    /** The part that is not the machine's. */
    public double own() {
      return millis - Math.max(idle, starved);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.0f ms, %.0f its own (%.0f computing, %.0f garbage collection, %.0f on an idle thread,"
              + " %.0f without a processor): %s",
          millis,
          own(),
          cpu,
          collection,
          idle,
          starved,
          stack);
    }
  }

  private final ExecutorService idleThread = Executors.newSingleThreadExecutor(PauseMeter::daemon);
  private final double limitMillis;
  private final Consumer<Pause> listener;
  private final ProcessorWait processorWait;
  private final Heartbeat watched;
  private final Heartbeat idle;

  // guarded by this
  private final List<Pause> pauses = new ArrayList<>();
  private double longest;

  /**
   * Starts to measure.
   *
   * @param executor runs tasks on the thread
   * @param limitMillis the shortest pause to keep
   * @param threads the first 15 characters of the names of the thread and of those that it waits
   *     for
   * @param listener receives each pause after its end, on another thread
   */
  public PauseMeter(
      Executor executor, double limitMillis, Set<String> threads, Consumer<Pause> listener) {
    this.processorWait = new ProcessorWait(threads);
    this.limitMillis = limitMillis;
    this.listener = listener;
    idle = new Heartbeat(idleThread);
    watched = new Heartbeat(executor);
    idle.feeder.start();
    watched.feeder.start();
  }

  /** The pauses above the limit so far, without those of {@link #suspend}. */
  public synchronized List<Pause> pauses() {
    return List.copyOf(pauses);
  }

  /** The longest wait so far, in milliseconds. */
  public synchronized double longest() {
    return longest;
  }

  /** Measures nothing while a task runs, which itself causes pauses. */
  public void suspend(Runnable task) {
    watched.suspended = true;
    try {
      task.run();
      watched.await();
    } finally {
      watched.suspended = false;
    }
  }

  @Override
  public void close() {
    watched.end();
    idle.end();
    idleThread.shutdown();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "pause-meter");
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void waited(
      Heartbeat of, double millis, double cpu, double collection, double starved, String stack) {
    if (of != watched || of.suspended) {
      return;
    }
    longest = Math.max(longest, millis);
    if (millis > limitMillis) {
      Pause pause = new Pause(millis, cpu, collection, idle.takeLongest(), starved, stack);
      pauses.add(pause);
      listener.accept(pause);
    }
  }

  private static double collected() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  /** The tasks of one thread. */
  private final class Heartbeat {
    private final Executor executor;
    private final Thread feeder = daemon(this::feed);
    private volatile boolean ended;
    private volatile boolean suspended;
    private volatile long ranAt;
    private volatile @Nullable Thread thread;
    private double longestSinceTaken;

    Heartbeat(Executor executor) {
      this.executor = executor;
    }

    /** Waits until a task has run that was handed over after this call. */
    void await() {
      long called = System.nanoTime();
      while (ranAt - called < 2 * PERIOD_NANOS && !ended) {
        LockSupport.parkNanos(PERIOD_NANOS);
      }
    }

    void end() {
      ended = true;
      try {
        feeder.join();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }

    synchronized double takeLongest() {
      double taken = longestSinceTaken;
      longestSinceTaken = 0;
      return taken;
    }

    private void feed() {
      while (!ended) {
        double cpu = cpu();
        double collected = collected();
        double starved = this == watched ? processorWait.millis() : 0;
        // from when the task was due: a garbage collection stops this thread as well
        long due = System.nanoTime() + PERIOD_NANOS;
        for (long left = PERIOD_NANOS; left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        if (this == watched) {
          idle.takeLongest(); // forgets what was before
        }
        String stack = probe();
        double millis = (ranAt - due) / 1e6;
        synchronized (this) {
          longestSinceTaken = Math.max(longestSinceTaken, millis);
        }
        if (millis > limitMillis) {
          starved = this == watched ? processorWait.millis() - starved : 0;
        }
        waited(this, millis, cpu() - cpu, collected() - collected, starved, stack);
      }
    }

    /** Runs one task; returns the stack of the thread if it waits for long. */
    private String probe() {
      String stack = "";
      long from = System.nanoTime();
      ranAt = 0;
      executor.execute(
          () -> {
            thread = Thread.currentThread();
            ranAt = System.nanoTime();
            LockSupport.unpark(feeder);
          });
      while (ranAt == 0 && !ended) {
        LockSupport.parkNanos(PERIOD_NANOS);
        Thread probed = thread;
        boolean slow = (System.nanoTime() - from) / 1e6 > limitMillis / 2;
        if (slow && stack.isEmpty() && probed != null) {
          stack =
              Arrays.stream(probed.getStackTrace())
                  .limit(FRAMES)
                  .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                  .collect(Collectors.joining(" < "));
        }
      }
      return stack;
    }

    private double cpu() {
      Thread probed = thread;
      return probed == null ? 0 : THREADS.getThreadCpuTime(probed.getId()) / 1e6;
    }
  }
}
