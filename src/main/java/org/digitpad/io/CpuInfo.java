package org.digitpad.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What Linux tells about the processors. */
public final class CpuInfo {
  /** Where Linux tells it; other systems have no such file. */
  public static final Path FILE = Path.of("/proc/cpuinfo");

  private CpuInfo() {}

  /** Returns the values of a field, one for each processor; none if the file does not tell. */
  public static List<String> values(Path file, String field) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .toList();
    } catch (IOException | RuntimeException unreadable) {
      LoggerFactory.getLogger(CpuInfo.class).debug("cannot read {}", file, unreadable);
      return List.of();
    }
  }
}
