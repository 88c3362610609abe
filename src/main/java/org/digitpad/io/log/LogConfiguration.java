package org.digitpad.io.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Configures {@code java.util.logging}, to which SLF4J's loggers are bound. Java creates it when
 * something is first logged, so that a start without faults pays nothing for the log.
 */
public final class LogConfiguration {
  public LogConfiguration() throws IOException {
    String properties = "handlers=" + LogHandler.class.getName() + "\n.level=WARNING\n";
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(properties.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
