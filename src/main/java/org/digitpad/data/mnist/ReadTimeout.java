package org.digitpad.data.mnist;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Limits each wait for a mirror, and ends a wait early if the download is cancelled.
 *
 * @param limit the longest wait for a response or for one part of its body
 * @param cancelled polled several times a second while waiting
 */
record ReadTimeout(Duration limit, BooleanSupplier cancelled) {
  private static final long POLL_MILLIS = 50;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Waits briefly for a result; returns null if there is none yet. */
  @FunctionalInterface
  interface Poll<T> {
    @Nullable T poll(long time, TimeUnit unit) throws MirrorException, InterruptedException;
  }

  /**
   * Polls until there is a result.
   *
   * @throws MirrorException if there is none within the limit
   * @throws InterruptedException if cancelled
   */
  <T> T await(Poll<T> source) throws MirrorException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      check();
      T result = source.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (result != null) {
        return result;
      }
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new MirrorException(
            Messages.get("data.mnist.mirror.stalled", limit.toMillis() / 1000.0));
      }
    }
  }

  /**
   * Checks that data arrive fast enough after the time of one wait. Otherwise a mirror could send a
   * byte now and then for days.
   *
   * @param bytes what has arrived
   * @param nanos the time that it took, in nanoseconds
   * @param minRate bytes a second
   * @throws MirrorException if less has arrived
   */
  void checkRate(long bytes, long nanos, int minRate) throws MirrorException {
    if (nanos > limit.toNanos() && bytes < minRate * (nanos / NANOS_PER_SECOND)) {
      throw new MirrorException(Messages.get("data.mnist.mirror.slow", minRate));
    }
  }

  /**
   * Checks for cancellation.
   *
   * @throws InterruptedException if cancelled, or if the thread is interrupted
   */
  void check() throws InterruptedException {
    if (Thread.interrupted() || cancelled.getAsBoolean()) {
      throw new InterruptedException("cancelled");
    }
  }
}
