package org.digitpad.io.log;

import java.nio.file.Path;
import java.util.Optional;
import org.digitpad.i18n.Messages;
import org.digitpad.io.DataFolders;
import org.slf4j.LoggerFactory;

/** The log of this program: warnings and errors with their stack traces, and no drawings. */
public final class ProgramLog {
  private static final String CONFIGURATION = "java.util.logging.config.class";

  private ProgramLog() {}

  /**
   * Directs whatever is logged, and exceptions that nobody catches, to the log of the user's
   * folder. To be called before anything is logged; Java's own options for logging take precedence.
   */
  public static void install() {
    if (System.getProperty("java.util.logging.config.file") == null
        && System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, LogConfiguration.class.getName());
    }
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, cause) ->
            LoggerFactory.getLogger(ProgramLog.class).error("uncaught exception", cause));
  }

  /** The newest file of the log in a folder, whether it exists or not. */
  public static Path file(DataFolders folders) {
    return folders.log().resolve(LogHandler.NAME + RotatingFile.EXTENSION);
  }

  /** The file to which a fault has just been written; empty if that failed, or nothing was. */
  public static Optional<Path> written() {
    return Optional.ofNullable(LogHandler.written());
  }

  /** Adds to a sentence about a fault where the log says more, if it has been written there. */
  public static String withPointer(String sentence) {
    return written()
        .map(file -> Messages.get("io.log.saysMore", Messages.part(sentence), file))
        .orElse(sentence);
  }
}
