package org.digitpad.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.digitpad.data.mnist.DownloadException;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.FileErrors;
import org.digitpad.io.OutOfMemory;
import org.digitpad.io.log.ProgramLog;

/** Explains in one sentence why a command failed while running. */
final class FailureSentence {
  private FailureSentence() {}

  /** Returns the sentence, which names the log if the failure is an error in the program. */
  static String of(Throwable failure, String command) {
    Optional<String> memory = OutOfMemory.reason(failure);
    if (memory.isPresent()) {
      return Messages.get("cli.failed", command, Messages.part(memory.get()));
    }
    Throwable cause = cause(failure);
    String clause = clause(cause);
    if (isForeseen(cause)) {
      return Messages.get("cli.failed", command, Messages.part(clause));
    }
    String type = cause.getClass().getSimpleName();
    String error = cause.getMessage() == null ? type : PlainText.brief(type + ": " + clause);
    Optional<Path> log = ProgramLog.written();
    return log.isPresent()
        ? Messages.get("cli.failed.unexpectedLogged", command, error, log.get())
        : Messages.get("cli.failed.unexpected", command, error);
  }

  /** The cause within exceptions that only carry one on. */
  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && carriesOn(cause)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean carriesOn(Throwable cause) {
    return cause instanceof ExceptionInInitializerError
        || cause instanceof NoClassDefFoundError
        || String.valueOf(cause.getMessage()).equals(String.valueOf(cause.getCause()));
  }

  /** Whether it is the computer's fault, such as a full disk or a missing library. */
  private static boolean isForeseen(Throwable cause) {
    return cause instanceof IOException
        || cause instanceof UncheckedIOException
        || cause instanceof ArithmeticException // a training that diverged
        || cause instanceof InterruptedException
        || cause instanceof CancellationException
        || cause instanceof UnsatisfiedLinkError;
  }

  /** The message of an exception on one line without a full stop, to stand within a sentence. */
  static String clause(Throwable cause) {
    return text(cause).replaceAll("\\s+", " ").replaceAll("[.!; ]+$", "");
  }

  private static String text(Throwable cause) {
    if (cause instanceof FileSystemException failure && failure.getFile() != null) {
      return Messages.get("cli.failed.file", failure.getFile(), FileErrors.reason(failure));
    }
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    // of this program, or by a loader of libraries, which names its folders
    boolean whole = cause instanceof DownloadException || cause instanceof UnsatisfiedLinkError;
    return whole ? PlainText.line(message) : PlainText.brief(message);
  }
}
