package org.digitpad.ui.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;

/** Stores copies in the folder of the user's models. */
public final class CopyFolder implements CopyStore {
  /** Of which some systems take three bytes each, and 255 at most for a file's name. */
  private static final int MAX_NAME = 60;

  /** What some systems do not allow in the name of a file. */
  private static final String FORBIDDEN = "/\\:*?\"<>|";

  private final Supplier<Path> folder;

  /**
   * @param folder finds the folder, which is created when needed; may be slow
   */
  public CopyFolder(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public LibraryModel keep(Model copy, String name) throws IOException {
    String trimmed = name.strip();
    if (!isName(trimmed)) {
      throw new BadInputException(Messages.get("ui.learn.badName", MAX_NAME));
    }
    Path file = folder.get().resolve(ModelFile.name(trimmed));
    // a training of another window may have the same name
    try (RunLock lock = RunLock.acquire(new RunFiles(file), RunLock.Holder.WINDOW)) {
      Path output = lock.files().output();
      if (Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
        throw new BadInputException(Messages.get("ui.learn.nameTaken", trimmed));
      }
      ModelFile.write(copy, output);
      return LibraryModel.ofFile(output, copy);
    }
  }

  /** Whether text can be the name of a file on every system, and of one that is not hidden. */
  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_NAME
        && !text.startsWith(".")
        && text.chars().noneMatch(c -> Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0);
  }

  @Override
  public void delete(LibraryModel copy) throws IOException {
    if (copy.file().isPresent()) {
      Files.deleteIfExists(copy.file().get());
    }
  }
}
