package org.digitpad.ui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** Stands in for the UI thread: tasks wait in a queue until the test's own thread runs them. */
public final class UiQueue implements Executor {
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Waits for the next task and runs it. */
  public void runNext() {
    take().run();
  }

  /** Waits for the next task and removes it, to be run later. */
  public Runnable take() {
    try {
      return tasks.take();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  public boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** Runs the tasks that are there, and those that they add. */
  public void drain() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** Runs one task after the other, as they come, until a condition holds; then drains. */
  public void runUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      runNext();
    }
    drain();
  }
}
