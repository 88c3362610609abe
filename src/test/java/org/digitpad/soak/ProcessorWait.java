package org.digitpad.soak;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How long threads of this process were ready to run while others had all processors. On a busy
 * machine this, and no fault of the program, is most of a pause. Linux tells it; elsewhere it is 0.
 */
final class ProcessorWait {
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final long REFRESH_NANOS = 2_000_000_000L;

  private final Set<String> names;
  private List<Path> files = List.of();
  private long refreshed = System.nanoTime() - REFRESH_NANOS;

  /**
   * @param names the first 15 characters of the threads' names
   */
  ProcessorWait(Set<String> names) {
    this.names = names;
  }

  /** Returns the time of all these threads since their start, in milliseconds. */
  double millis() {
    if (System.nanoTime() - refreshed > REFRESH_NANOS) {
      refreshed = System.nanoTime();
      files = find();
    }
    double nanos = 0;
    for (Path file : files) {
      try {
        // the time on a processor, the time of waiting for one, and the number of turns
        nanos += Double.parseDouble(Files.readString(file).split(" ")[1]);
      } catch (IOException | RuntimeException ended) {
        refreshed -= REFRESH_NANOS;
      }
    }
    return nanos / 1e6;
  }

  private List<Path> find() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (names.contains(Files.readString(thread.resolve("comm")).strip())) {
          found.add(thread.resolve("schedstat"));
        }
      }
    } catch (IOException notLinux) {
      return List.of();
    }
    return found;
  }
}
