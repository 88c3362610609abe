package org.digitpad.cli;

import org.digitpad.io.BadInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads share the work. */
final class ThreadsOption {
  /** Each thread takes memory for a network of its own. */
  private static final int MOST_THREADS = 256;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that share the work; no result depends on it. Default: all.")
  private @Nullable Integer threads;

  int count() {
    return threads == null
        ? Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())
        : checked("--threads", threads, MOST_THREADS);
  }

  /**
   * Checks a number.
   *
   * @throws BadInputException if it is not in 1 to {@code most}
   */
  static int checked(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new BadInputException(
          option + " is " + value + "; give a number from 1 to " + most + ".");
    }
    return value;
  }
}
