package org.digitpad.io;

import java.util.Optional;
import org.digitpad.i18n.Messages;

/** Describes what to do when memory has run out. */
public final class OutOfMemory {
  private static final long MEGABYTE = 1L << 20;
  private static final long GIGABYTE = 1L << 30;

  private OutOfMemory() {}

  /** Returns the reason and the way out without a full stop, if a lack of memory is the cause. */
  public static Optional<String> reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError error) {
        return Optional.of(reason(error));
      }
    }
    return Optional.empty();
  }

  private static String reason(OutOfMemoryError error) {
    // all other kinds of memory have limits that grow with that of the heap
    if (String.valueOf(error.getMessage()).contains("native thread")) {
      return Messages.get("io.memory.threads");
    }
    long heap = Runtime.getRuntime().maxMemory();
    return Messages.get(
        "io.memory.heap", heap / MEGABYTE, Long.toString(Math.max(2, 2 * heap / GIGABYTE)));
  }
}
