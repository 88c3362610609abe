package org.digitpad.io.log;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** What a reader of the log or of an error report needs to know about program and computer. */
public final class ProgramInfo {
  private static final long MEGABYTE = 1 << 20;

  private ProgramInfo() {}

  /** The version of DigitPad; empty where it does not run from its jar. */
  public static Optional<String> version() {
    return Optional.ofNullable(ProgramInfo.class.getPackage().getImplementationVersion());
  }

  /** Versions of DigitPad, Java and the system, memory and encoding, on one line in English. */
  public static String summary() {
    return String.format(
        Locale.ROOT,
        "DigitPad %s, Java %s (%s), %s %s %s, processors: %d, heap: up to %d MB, %s, %s",
        version().orElse("(development)"),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() / MEGABYTE,
        Locale.getDefault(),
        Charset.defaultCharset());
  }
}
