package org.digitpad.io.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.digitpad.i18n.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often the same happens, so that what happens in every frame need not be told in every
 * frame, but the first, the tenth, the hundredth time, and so on. Not thread-safe.
 */
public final class Repeats {
  private static final int MAX_KINDS = 100;

  private final Map<String, Long> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MAX_KINDS;
        }
      };

  /** Counts one more of a kind; returns how many there have been. */
  public long add(String kind) {
    return counts.merge(kind, 1L, Long::sum);
  }

  /** Whether a count is 1, 10, 100, … */
  public static boolean isToBeTold(long count) {
    long rest = count;
    while (rest > 1 && rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }

  /** What exceptions have in common that are thrown by the same line for the same reason. */
  public static String kind(String message, @Nullable Throwable cause) {
    if (cause == null) {
      return PlainText.brief(message);
    }
    StackTraceElement[] frames = cause.getStackTrace();
    return PlainText.brief(message)
        + cause.getClass().getName()
        + (frames.length == 0 ? "" : frames[0].toString());
  }
}
