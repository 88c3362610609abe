package org.digitpad.io;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.digitpad.i18n.Messages;

/** Describes why a file could not be read or written. */
public final class FileErrors {
  private FileErrors() {}

  /** Returns the reason in a few words without a full stop, to be placed within a sentence. */
  public static String reason(Throwable cause) {
    if (cause instanceof AccessDeniedException) {
      return Messages.get("io.reason.permissionDenied");
    }
    if (cause instanceof NoSuchFileException) {
      return Messages.get("io.reason.noSuchFolder");
    }
    if (cause instanceof FileAlreadyExistsException) {
      return Messages.get("io.reason.fileInTheWay");
    }
    if (cause instanceof FileSystemException error && error.getReason() != null) {
      return error.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
