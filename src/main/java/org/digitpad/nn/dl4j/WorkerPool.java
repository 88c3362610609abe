package org.digitpad.nn.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of threads, the caller among them, that run one task after another together. A
 * training step takes a millisecond or two, and waking sleeping threads would cost a third of it,
 * so between tasks the threads spin for a moment before they sleep.
 */
final class WorkerPool implements AutoCloseable {
  private static final long SPIN_NANOS = 200_000;

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  // written before and read after the volatile round, which orders the accesses
  private Task task = worker -> {};
  private Thread caller = Thread.currentThread();

  private volatile int round;
  private volatile boolean closed;

  /** What the workers do in one round. */
  @FunctionalInterface
  interface Task {
    /** Does the share of one worker; the thread that calls {@link WorkerPool#run} is worker 0. */
    void run(int worker);
  }

  /** One of several pieces of work. */
  @FunctionalInterface
  interface Piece {
    /** Does the piece with a number, as one of the workers. */
    void run(int worker, int piece);
  }

  /** Starts {@code size} workers, less the caller. */
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
   * Runs a task on all workers and returns when all of them are done, even if the caller is
   * interrupted.
   *
   * @throws IllegalStateException if a worker failed, with its exception as the cause
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

  /**
   * Lets the workers take pieces of work until all are done, in any order.
   *
   * @throws IllegalStateException if a piece failed, with its exception as the cause
   */
  void share(int pieces, Piece work) {
    AtomicInteger next = new AtomicInteger();
    run(
        worker -> {
          for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
            work.run(worker, i);
          }
        });
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
    } catch (Throwable cause) { // the other workers must not wait forever
      failure.compareAndSet(null, cause);
    }
  }

  private void pause(long since) {
    if (System.nanoTime() - since < SPIN_NANOS) {
      Thread.onSpinWait();
    } else {
      LockSupport.park(this);
    }
  }

  /** Ends the threads after their current round. */
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
