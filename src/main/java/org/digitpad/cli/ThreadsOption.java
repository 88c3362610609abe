package org.digitpad.cli;

import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The number of threads that share the work. */
final class ThreadsOption {
  /** Each thread has a network executor of its own in memory. */
  private static final int MAX_THREADS = 256;

  @Option(names = "--threads", paramLabel = "N")
  private @Nullable Integer threads;

  int count() {
    return threads == null
        ? Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors())
        : requireInRange("--threads", threads, MAX_THREADS);
  }

  /**
   * Checks the value of an option.
   *
   * @return the value
   * @throws BadInputException if it is less than 1 or more than {@code max}
   */
  static int requireInRange(String option, int value, int max) {
    if (value < 1 || value > max) {
      throw new BadInputException(
          Messages.get(
              "cli.usage.outOfRange", option, Integer.toString(value), Integer.toString(max)));
    }
    return value;
  }
}
