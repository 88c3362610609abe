package org.digitpad.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.digitpad.i18n.Messages;
import org.digitpad.io.FileErrors;

/** Thrown when results cannot be written to standard output: a command must not succeed without. */
final class OutputException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  OutputException(IOException cause) {
    super(Messages.get("cli.output.closed", FileErrors.reason(cause)), cause);
  }

  /** Whether it has only been closed by a reader that has read enough, such as {@code head}. */
  boolean isClosedPipe() {
    // "Broken pipe", "The pipe is being closed": Java has nothing else to tell it by
    return String.valueOf(getCause().getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
