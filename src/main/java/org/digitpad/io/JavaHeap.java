package org.digitpad.io;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Keeps the Java heap close to what is in use. By default HotSpot grows it with every burst of
 * garbage, up to a quarter of the computer's memory, and gives none back while the program is busy
 * elsewhere or idle. A jar cannot bring options for its JVM, but these can be set while it runs.
 */
public final class JavaHeap {
  /**
   * Shares of the heap that may be free, in percent, and the pause after which G1 looks for garbage
   * though nothing was allocated, in milliseconds. In an order in which each value is valid.
   */
  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  private static final String INTERVAL = "G1PeriodicGCInterval";

  static {
    OPTIONS.put("MinHeapFreeRatio", "25");
    OPTIONS.put("MaxHeapFreeRatio", "45");
    OPTIONS.put(INTERVAL, "10000");
  }

  private static final String SHORT_INTERVAL = "500";

  /** Long enough for two collections at the short interval: one may have begun too early. */
  private static final int SHORT_SECONDS = 4;

  private JavaHeap() {}

  /**
   * Lets the heap shrink to about twice of what is in use, and keeps options that the user has set.
   * Takes some milliseconds, so it should not delay a window.
   */
  public static void keepSmall() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine != null) {
      OPTIONS.forEach((name, value) -> setUnlessChosen(machine, name, value));
    }
  }

  /**
   * Gives back soon what has just become unused, as after a training, without the pause of {@link
   * System#gc}. Returns at once.
   */
  public static void trimSoon() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine != null && OPTIONS.get(INTERVAL).equals(machine.getVMOption(INTERVAL).getValue())) {
      machine.setVMOption(INTERVAL, SHORT_INTERVAL);
      CompletableFuture.delayedExecutor(SHORT_SECONDS, TimeUnit.SECONDS)
          .execute(() -> machine.setVMOption(INTERVAL, OPTIONS.get(INTERVAL)));
    }
  }

  private static void setUnlessChosen(HotSpotDiagnosticMXBean machine, String name, String value) {
    try {
      if (machine.getVMOption(name).getOrigin() == VMOption.Origin.DEFAULT) {
        machine.setVMOption(name, value);
      }
    } catch (IllegalArgumentException unknown) {
      LoggerFactory.getLogger(JavaHeap.class).debug("this JVM has no option {}", name, unknown);
    }
  }
}
