package org.digitpad.ui.common;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs short commands of the operating system and returns what they print. */
public final class ProcessRunner implements SystemAppearance.CommandRunner {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final Duration timeout;

  public ProcessRunner() {
    this(TIMEOUT);
  }

  /**
   * @param timeout time after which a command is ended and counts as failed
   */
  ProcessRunner(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public Optional<String> run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
