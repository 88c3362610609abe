package org.digitpad.ui.compare;

import java.util.ArrayDeque;
import java.util.Deque;

/** The median of the last readings' times, as single ones jump. */
final class LatencyMeter {
  static final int READINGS = 101;
  private static final double NANOS_A_MICRO = 1e3;

  private final Deque<Long> nanos = new ArrayDeque<>();

  void add(long reading) {
    if (nanos.size() == READINGS) {
      nanos.removeFirst();
    }
    nanos.addLast(reading);
  }

  /** Returns the median in microseconds; 0 before the first reading. */
  double medianMicros() {
    return nanos.isEmpty()
        ? 0
        : nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / NANOS_A_MICRO;
  }
}
