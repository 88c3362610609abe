package org.digitpad.nn.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that run a task together, again and again, the caller among them. A training step has
 * work for a millisecond or two, so waking sleeping threads would cost a third of it: between tasks
 * they watch for the next one a moment before they sleep.
 */
final class WorkerPool implements AutoCloseable {
  private static final long WATCH_NANOS = 200_000;

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  // Written before the round is opened and read after: the round's volatility orders them.
  private Task task = worker -> {};
  private Thread caller = Thread.currentThread();

  private volatile int round;
  private volatile boolean closed;

  /** What every worker does in a round. */
  @FunctionalInterface
  interface Task {
    /** Does the share of one worker; the caller of the round is worker 0. */
    void run(int worker);
  }

  /** A team of {@code size} workers, the caller among them. */
  WorkerPool(int size) {
    for (int worker = 1; worker < size; worker++) {
      int number = worker;
      Thread thread = new Thread(() -> work(number), "digitpad-training-" + number);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /**
   * Runs a task on all workers and returns when all have ended. An interrupt does not end it.
   *
   * @throws IllegalStateException if a worker failed, with its failure as the cause
   */
  void run(Task next) {
    task = next;
    caller = Thread.currentThread();
    failure.set(null);
    busy.set(threads.size());
    round++;
    threads.forEach(LockSupport::unpark);
    attempt(next, 0);
    boolean interrupted = false;
    long since = System.nanoTime();
    while (busy.get() > 0) {
      pause(since);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("a training step failed", cause);
    }
  }

  private void work(int worker) {
    int done = 0;
    while (true) {
      long since = System.nanoTime();
      while (round == done && !closed) {
        pause(since);
      }
      if (closed) {
        return;
      }
      done = round;
      attempt(task, worker);
      if (busy.decrementAndGet() == 0) {
        LockSupport.unpark(caller);
      }
    }
  }

  private void attempt(Task attempted, int worker) {
    try {
      attempted.run(worker);
    } catch (Throwable cause) { // whatever it is, the others must not wait for ever
      failure.compareAndSet(null, cause);
    }
  }

  private void pause(long since) {
    if (System.nanoTime() - since < WATCH_NANOS) {
      Thread.onSpinWait();
    } else {
      LockSupport.park(this);
    }
  }

  /** Ends the threads after the round they are in. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
