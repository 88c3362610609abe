package org.digitpad.ui.common;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs short commands of the operating system and returns what they print. */
public final class ProcessRunner implements SystemAppearance.CommandRunner {
  private static final long TIMEOUT_MILLIS = 1000;

  @Override
  public Optional<String> run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
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
