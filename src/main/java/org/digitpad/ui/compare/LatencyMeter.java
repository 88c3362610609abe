package org.digitpad.ui.compare;

import java.util.ArrayDeque;
import java.util.Deque;

/** The median time of the last predictions, as single times vary a lot. */
final class LatencyMeter {
  /** Number of predictions that the median is taken over. */
  static final int WINDOW = 101;

  private static final double NANOS_PER_MICRO = 1e3;

  private final Deque<Long> times = new ArrayDeque<>();

  void add(long nanos) {
    if (times.size() == WINDOW) {
      times.removeFirst();
    }
    times.addLast(nanos);
  }

  /** Returns the median in microseconds; 0 before the first prediction. */
  double medianMicros() {
    return times.isEmpty()
        ? 0
        : times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow()
            / NANOS_PER_MICRO;
  }
}
