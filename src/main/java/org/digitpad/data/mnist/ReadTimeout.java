package org.digitpad.data.mnist;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait for a mirror, and whether to go on at all.
 *
 * @param limit the longest wait for one answer or one piece of a body
 * @param cancelled asked several times a second while waiting
 */
record ReadTimeout(Duration limit, BooleanSupplier cancelled) {
  private static final long STEP_MILLIS = 50;

  /** Waits a while for something; null if it has not come yet. */
  @FunctionalInterface
  interface Wait<T> {
    @Nullable T next(long time, TimeUnit unit) throws MirrorException, InterruptedException;
  }

  /**
   * Waits until there is something.
   *
   * @throws MirrorException if the limit passes
   * @throws InterruptedException if cancelled
   */
  <T> T await(Wait<T> wait) throws MirrorException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      check();
      T result = wait.next(STEP_MILLIS, TimeUnit.MILLISECONDS);
      if (result != null) {
        return result;
      }
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new MirrorException("nothing came for " + seconds() + " s");
      }
    }
  }

  /**
   * Stops here if nobody wants to go on.
   *
   * @throws InterruptedException if cancelled, or the thread was interrupted
   */
  void check() throws InterruptedException {
    if (Thread.interrupted() || cancelled.getAsBoolean()) {
      throw new InterruptedException("cancelled");
    }
  }

  private String seconds() {
    return limit.toMillis() % 1000 == 0
        ? Long.toString(limit.toSeconds())
        : Double.toString(limit.toMillis() / 1000.0);
  }
}
