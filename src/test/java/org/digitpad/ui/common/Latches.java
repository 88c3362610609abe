package org.digitpad.ui.common;

import java.util.concurrent.CountDownLatch;

/** Waits for latches in lambdas, which may not throw checked exceptions. */
public final class Latches {
  private Latches() {}

  public static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }
}
