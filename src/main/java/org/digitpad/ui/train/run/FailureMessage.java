package org.digitpad.ui.train.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.io.log.ProgramLog;
import org.digitpad.train.OutputTakenException;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingMemory;
import org.digitpad.train.TrainingSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Explains why a training failed and what to do about it. */
final class FailureMessage {
  private FailureMessage() {}

  /**
   * One or two sentences for the window. Logs the cause unless it is the user's input.
   *
   * @param settings of the training
   * @param data its images; null if they were not loaded
   */
  static String of(Throwable cause, TrainingSettings settings, @Nullable TrainingData data) {
    if (cause instanceof BadInputException input) {
      return String.valueOf(input.getMessage());
    }
    if (cause instanceof OutputTakenException taken) {
      return Messages.get("ui.train.run.outputTaken", taken.getFile());
    }
    LoggerFactory.getLogger(FailureMessage.class).error("the training failed", cause);
    if (cause instanceof IOException fault) {
      return notSaved(fault);
    }
    if (TrainingMemory.isLacking(cause)) {
      return TrainingMemory.sentence(settings, data);
    }
    if (cause instanceof LinkageError && cause.getMessage() != null) {
      return Messages.get("ui.train.run.cannotStart", Messages.part(cause.getMessage()));
    }
    if (cause instanceof ArithmeticException) {
      return Messages.get("ui.train.run.diverged", cause.getMessage());
    }
    return ProgramLog.withPointer(
        Messages.get("ui.train.run.failed", cause.getClass().getSimpleName()));
  }

  private static String notSaved(IOException fault) {
    String reason = FileErrors.reason(fault);
    return fault instanceof FileSystemException named && named.getFile() != null
        ? Messages.get("ui.train.run.notSavedAt", reason, named.getFile())
        : Messages.get("ui.train.run.notSaved", reason);
  }
}
