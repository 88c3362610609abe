package org.digitpad.ui.common;

/** Reports exceptions as if they were not caught, where they must not end what runs. */
public final class Uncaught {
  private Uncaught() {}

  /** Hands an exception to the thread's handler of uncaught exceptions. */
  public static void report(Throwable cause) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
  }
}
