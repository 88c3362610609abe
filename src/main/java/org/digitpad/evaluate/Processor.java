package org.digitpad.evaluate;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.digitpad.io.CpuInfo;

/** Names the processor, without which a measured time says little. */
public final class Processor {
  private Processor() {}

  /** Name of this computer's processor, as far as the system tells; else its architecture. */
  public static String name() {
    return name(CpuInfo.FILE, System.getenv());
  }

  /**
   * Names the processor.
   *
   * @param processors where Linux describes it
   * @param environment where Windows does
   */
  static String name(Path processors, Map<String, String> environment) {
    return CpuInfo.values(processors, "model name").stream()
        .filter(name -> !name.isEmpty())
        .findFirst()
        .or(() -> Optional.ofNullable(environment.get("PROCESSOR_IDENTIFIER")))
        .orElseGet(() -> System.getProperty("os.arch"));
  }
}
