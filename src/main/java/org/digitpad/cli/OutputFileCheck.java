package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;

/** Checks that files can be written, before long work rather than after it. */
final class OutputFileCheck {
  private OutputFileCheck() {}

  /**
   * Checks {@code --out} and creates its folder.
   *
   * @throws BadInputException if the file can be neither written nor replaced
   */
  static void check(Path out) {
    if (Files.isDirectory(out)) {
      throw new BadInputException(Messages.get("cli.output.isFolder", out));
    }
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      throw new BadInputException(Messages.get("cli.output.isDevice", out));
    }
    Path folder = out.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException(Messages.get("cli.output.noFolder", folder), e);
    }
    probe(out, "cli.output.file.");
  }

  /**
   * Checks the checkpoint of a training run.
   *
   * @throws BadInputException if the file can be neither written nor replaced
   */
  static void checkCheckpoint(Path checkpoint) {
    probe(checkpoint, "cli.output.checkpoint.");
  }

  private static void probe(Path file, String keys) {
    try {
      AtomicFiles.probe(file);
    } catch (IOException e) {
      String reason = e instanceof FileSystemException exception ? exception.getReason() : null;
      throw new BadInputException(
          reason == null
              ? Messages.get(keys + "unwritable", file)
              : Messages.get(keys + "unwritableBecause", file, reason),
          e);
    }
  }
}
