package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.FileErrors;
import org.digitpad.io.Folders;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;

/** Checks that files can be written, before long work rather than after it. */
final class OutputFileCheck {
  private OutputFileCheck() {}

  /**
   * Checks {@code --out} and creates its folder.
   *
   * @param inputs files that the command reads
   * @throws BadInputException if the file is an input, or can be neither written nor replaced
   */
  static void check(Path out, Collection<Path> inputs) {
    check(out, inputs, false);
  }

  private static void check(Path out, Collection<Path> inputs, boolean models) {
    requireForeign(out, DataFolders.ofUser(System.getenv()), models);
    if (Files.isDirectory(out)) {
      throw new BadInputException(Messages.get("cli.output.isFolder", out));
    }
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      throw new BadInputException(Messages.get("cli.output.isDevice", out));
    }
    AtomicFiles.requireDistinct(out, inputs);
    Path folder = out.toAbsolutePath().getParent();
    try {
      Folders.create(folder);
    } catch (IOException e) {
      throw new BadInputException(
          Messages.get("cli.output.noFolder", folder, FileErrors.reason(e)), e);
    }
    RunLock.requireFree(out);
    probe(out, "cli.output.file.unwritable", AtomicFiles::probe);
  }

  /**
   * Checks {@code --out} and the other files of a training run.
   *
   * @param out as it was given, perhaps a link
   * @param files of the run, wherever a link leads
   * @param inputs files that the command reads
   * @throws BadInputException if a file is an input, or can be neither written nor replaced
   */
  static void check(Path out, RunFiles files, Collection<Path> inputs) {
    files.besidesOutput().forEach(file -> AtomicFiles.requireDistinct(file, inputs));
    check(out, inputs, true);
    probe(
        files.checkpoint(), "cli.output.checkpoint.unwritable", AtomicFiles::probeKeepingPrevious);
  }

  /**
   * Refuses files that DigitPad keeps, such as the drawing and the settings of its window.
   *
   * @param models whether models may be replaced, as {@code train --force} does
   */
  static void requireForeign(Path out, DataFolders folders, boolean models) {
    boolean kept;
    try {
      kept = Files.isRegularFile(out) && out.toRealPath().startsWith(folders.root().toRealPath());
    } catch (IOException missing) {
      kept = false;
    }
    if (kept && !(models && ModelFile.isName(out.toString()))) {
      throw new BadInputException(Messages.get("cli.output.isKept", out));
    }
  }

  /** Tries whether a file can be written. */
  @FunctionalInterface
  private interface Probe {
    void of(Path file) throws IOException;
  }

  private static void probe(Path file, String key, Probe probe) {
    try {
      probe.of(file);
    } catch (IOException e) {
      throw new BadInputException(Messages.get(key, file, FileErrors.reason(e)), e);
    }
  }
}
