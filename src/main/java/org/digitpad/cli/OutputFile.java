package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;

/** Finds out before long work whether its result can be written. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Checks {@code --out}, making its folder.
   *
   * @throws BadInputException if no file can be written or replaced there
   */
  static void check(Path out) {
    if (Files.isDirectory(out)) {
      throw new BadInputException("--out " + out + " is a folder; name a file in it.");
    }
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      throw new BadInputException(
          "--out " + out + " is a pipe or a device; name a file that can be replaced.");
    }
    Path folder = out.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException(
          "The folder " + folder + " for --out cannot be made; name another place.", e);
    }
    probe("--out " + out, out);
  }

  /**
   * Checks any file.
   *
   * @param title begins the sentence
   * @throws BadInputException if it cannot be written or replaced
   */
  static void probe(String title, Path file) {
    try {
      AtomicFiles.probe(file);
    } catch (IOException e) {
      String reason = e instanceof FileSystemException fault ? fault.getReason() : null;
      throw new BadInputException(
          title
              + " cannot be written"
              + (reason == null ? "" : " (" + reason + ")")
              + "; name another place.",
          e);
    }
  }
}
