package org.digitpad.io;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.regex.Pattern;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** Describes why a file could not be read or written. */
public final class FileErrors {
  /** How the streams of java.io tell why a file cannot be opened. */
  private static final Pattern PATH_AND_REASON = Pattern.compile("(?s).*? \\((.*)\\)");

  private static final Map<String, String> SYSTEM_ERRORS =
      Map.ofEntries(
          Map.entry("No space left on device", "io.reason.noSpace"),
          Map.entry("There is not enough space on the disk", "io.reason.noSpace"),
          Map.entry("Disk quota exceeded", "io.reason.quota"),
          Map.entry("Disc quota exceeded", "io.reason.quota"),
          Map.entry("Read-only file system", "io.reason.readOnly"),
          Map.entry("The media is write protected", "io.reason.readOnly"),
          Map.entry("File name too long", "io.reason.nameTooLong"),
          Map.entry("Input/output error", "io.reason.diskError"),
          Map.entry("Not a directory", "io.reason.fileInTheWay"),
          Map.entry("Operation not permitted", "io.reason.permissionDenied"),
          Map.entry("Permission denied", "io.reason.permissionDenied"));

  private FileErrors() {}

  /** Returns the reason in a few words without a full stop, to be placed within a sentence. */
  public static String reason(Throwable cause) {
    if (cause instanceof AccessDeniedException denied) {
      return denied.getReason() != null
          ? denied.getReason()
          : Messages.get("io.reason.permissionDenied");
    }
    if (cause instanceof NoSuchFileException) {
      return Messages.get("io.reason.noSuchFolder");
    }
    if (cause instanceof FileAlreadyExistsException) {
      return Messages.get("io.reason.fileInTheWay");
    }
    String text = text(cause);
    if (text == null) {
      return cause.getClass().getSimpleName();
    }
    return SYSTEM_ERRORS.entrySet().stream()
        .filter(error -> text.contains(error.getKey()))
        .findFirst()
        .map(error -> Messages.get(error.getValue()))
        .orElse(text);
  }

  private static @Nullable String text(Throwable cause) {
    String message = cause.getMessage();
    if (cause instanceof FileSystemException error && error.getReason() != null) {
      return error.getReason();
    }
    if (cause instanceof FileNotFoundException && message != null) {
      return PATH_AND_REASON.matcher(message).replaceFirst("$1");
    }
    return message;
  }

  /**
   * Tells whether a file could not be written because the disk or the user's share of it is full.
   */
  public static boolean isDiskFull(Throwable cause) {
    String reason = reason(cause);
    return reason.equals(Messages.get("io.reason.noSpace"))
        || reason.equals(Messages.get("io.reason.quota"));
  }
}
