package org.digitpad.ui.train.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.slf4j.LoggerFactory;

/** Says what went wrong, and the way out. */
final class FailureMessage {
  private FailureMessage() {}

  /** One or two sentences on a training that failed. */
  static String sentence(Throwable cause) {
    if (cause instanceof BadInputException told) {
      return String.valueOf(told.getMessage());
    }
    LoggerFactory.getLogger(FailureMessage.class).error("the training failed", cause);
    if (cause instanceof IOException fault) {
      return "Nothing can be kept in the folder of your models"
          + place(fault)
          + ": "
          + FileErrors.reason(fault)
          + ". Mend that or make room there; what was kept before is safe.";
    }
    if (cause instanceof OutOfMemoryError) {
      return "The memory is used up. Train with a smaller batch or with fewer threads.";
    }
    if (cause instanceof LinkageError && cause.getMessage() != null) {
      return "Training cannot begin, as " + cause.getMessage() + ".";
    }
    if (cause instanceof ArithmeticException) {
      return "The training went astray: "
          + cause.getMessage()
          + ". Try another seed or a larger batch.";
    }
    return "The training failed ("
        + cause.getClass().getSimpleName()
        + "). Train again; the log says more.";
  }

  private static String place(IOException fault) {
    return fault instanceof FileSystemException named && named.getFile() != null
        ? " (" + named.getFile() + ")"
        : "";
  }
}
