package org.digitpad.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the processor, without which a measured time says little. */
public final class Processor {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** Name of this computer's processor, as far as the system tells; else its architecture. */
  public static String name() {
    return name(PROCESSORS, System.getenv());
  }

  /**
   * Names the processor.
   *
   * @param processors where Linux describes it
   * @param environment where Windows does
   */
  static String name(Path processors, Map<String, String> environment) {
    return modelName(processors)
        .or(() -> Optional.ofNullable(environment.get("PROCESSOR_IDENTIFIER")))
        .orElseGet(() -> System.getProperty("os.arch"));
  }

  private static Optional<String> modelName(Path processors) {
    try (Stream<String> lines = Files.lines(processors)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(name -> !name.isEmpty())
          .findFirst();
    } catch (IOException | RuntimeException notLinux) {
      return Optional.empty();
    }
  }
}
