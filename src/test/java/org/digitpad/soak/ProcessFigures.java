package org.digitpad.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Figures of this process that must not grow while it runs. */
public enum ProcessFigures {
  /** Java heap in use after a garbage collection, in MB. */
  HEAP,
  /** Memory that is resident and belongs to no file, in MB: heap, native memory, compiled code. */
  RESIDENT,
  THREADS,
  FILE_DESCRIPTORS,
  /** Windows, pixmaps, cursors and other objects that the X server holds for this process. */
  X_RESOURCES;

  private static final double MEGABYTE = 1 << 20;

  private static final Set<String> X_OBJECTS =
      Set.of("windows", "GCs", "fonts", "pixmaps", "pictures", "colormaps", "cursors", "unknowns");

  /** Collects garbage and measures; what this system does not tell is left out. */
  public static Map<ProcessFigures, Double> measure() {
    // the first collection lets cleaners free native memory, the second their objects
    System.gc();
    System.gc();
    Map<ProcessFigures, Double> figures = new EnumMap<>(ProcessFigures.class);
    figures.put(
        HEAP, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE);
    figures.put(THREADS, (double) ManagementFactory.getThreadMXBean().getThreadCount());
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      figures.put(FILE_DESCRIPTORS, (double) unix.getOpenFileDescriptorCount());
    }
    put(figures, RESIDENT, residentMegabytes());
    put(figures, X_RESOURCES, xResources());
    return figures;
  }

  private static void put(Map<ProcessFigures, Double> figures, ProcessFigures of, double value) {
    if (!Double.isNaN(value)) {
      figures.put(of, value);
    }
  }

  private static double residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("RssAnon:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException notLinux) {
      return Double.NaN;
    }
  }

  /**
   * Asks {@code xrestop} for the objects of all clients, of which this process should be the only
   * one that changes; NaN without it, and where the window is on no X server.
   */
  private static double xResources() {
    if (System.getenv("DISPLAY") == null || System.getProperty("glass.platform") != null) {
      return Double.NaN;
    }
    try {
      Process process =
          new ProcessBuilder("xrestop", "-b", "-m", "1")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      // lines such as "pixmaps : 12"; bytes and masks are no objects
      return text.lines()
          .map(line -> line.split(":"))
          .filter(parts -> parts.length == 2 && X_OBJECTS.contains(parts[0].strip()))
          .mapToDouble(parts -> Double.parseDouble(parts[1].strip()))
          .sum();
    } catch (IOException missing) {
      return Double.NaN;
    }
  }
}
