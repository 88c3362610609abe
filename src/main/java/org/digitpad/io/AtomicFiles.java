package org.digitpad.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Random;
import java.util.Set;
import org.digitpad.i18n.Messages;

/**
 * Writes files completely or not at all: to a temporary file beside the target, which is then moved
 * into place. The file's content reaches the disk before the move, and the move before the method
 * returns, so that neither a crash of the program nor of the system leaves half a file.
 */
public final class AtomicFiles {
  private static final DateTimeFormatter SET_ASIDE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** How often a link is created that programs which start meanwhile take for one left behind. */
  private static final int LINK_ATTEMPTS = 3;

  private AtomicFiles() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes the complete content. Flushing and closing are left to the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, replacing an existing one in a single step; its permissions stay. Missing
   * folders are created. On failure the old file stays and no temporary file is left. A symbolic
   * link is followed: the file that it points to is replaced, not the link.
   *
   * @throws AccessDeniedException if the target is write-protected
   * @throws IOException if the target exists and is not a regular file, or writing or moving fails
   */
  public static void write(Path target, Content content) throws IOException {
    replace(OutputPath.resolve(target), content, false);
  }

  /**
   * Writes bytes to a file as {@link #write(Path, Content)} does.
   *
   * @throws IOException if writing or moving fails
   */
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, out -> out.write(bytes));
  }

  /**
   * Writes a file as {@link #write(Path, Content)} does, and keeps the one before as {@link
   * #previous}. At any moment at least one of both is complete. Does not follow symbolic links.
   *
   * @throws IOException if the target is a symbolic link, or as {@link #write(Path, Content)}
   */
  public static void writeKeepingPrevious(Path target, Content content) throws IOException {
    replace(OutputPath.resolveNoLink(target), content, true);
  }

  /** Writes bytes to a file as {@link #writeKeepingPrevious(Path, Content)} does. */
  public static void writeKeepingPrevious(Path target, byte[] bytes) throws IOException {
    writeKeepingPrevious(target, out -> out.write(bytes));
  }

  /** Returns where the content before the last {@link #writeKeepingPrevious} is. */
  public static Path previous(Path file) {
    return file.resolveSibling(file.getFileName() + ".previous");
  }

  /**
   * Renames a damaged file, so that it is neither read again nor replaced, and a person can still
   * have a look at it.
   *
   * @return its new path: its name with ".damaged-" and the time
   * @throws IOException if it cannot be renamed
   */
  public static Path setAside(Path damaged) throws IOException {
    String name = damaged.getFileName() + ".damaged-" + SET_ASIDE.format(LocalDateTime.now());
    for (int copy = 1; ; copy++) {
      Path aside = damaged.resolveSibling(copy == 1 ? name : name + "-" + copy);
      try {
        Files.move(damaged, aside);
        Folders.sync(damaged.toAbsolutePath().getParent());
        return aside;
      } catch (FileAlreadyExistsException e) {
        // another was set aside within the same second
      }
    }
  }

  /**
   * Checks that a file can be written, by creating a temporary file beside it and deleting that
   * again. An existing file is not changed. Missing folders are created.
   *
   * @throws IOException if {@link #write(Path, Content)} would fail now
   */
  public static void probe(Path target) throws IOException {
    probe(target, 0);
  }

  /**
   * Checks as {@link #probe(Path)} does, and that there is room beside the file for a number of
   * bytes, by writing as many to the temporary file, since a quota is not seen otherwise.
   *
   * @throws IOException if {@link #write(Path, Content)} of as many bytes would fail now
   */
  public static void probe(Path target, long bytes) throws IOException {
    try (TemporaryFile temporary = TemporaryFile.beside(OutputPath.resolve(target))) {
      // not zeros, for which some file systems need no room
      byte[] block = new byte[1 << 16];
      new Random(1).nextBytes(block);
      for (long left = bytes; left > 0; left -= block.length) {
        writeFully(temporary.channel(), block, (int) Math.min(left, block.length));
      }
      temporary.channel().force(true);
    }
  }

  private static void writeFully(FileChannel channel, byte[] bytes, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /**
   * Checks that a file can be written as with {@link #probe(Path)}, and that it is not a symbolic
   * link.
   *
   * @throws IOException if {@link #writeKeepingPrevious(Path, Content)} would fail now
   */
  public static void probeKeepingPrevious(Path target) throws IOException {
    probe(OutputPath.resolveNoLink(target));
  }

  /**
   * Checks that an output file is not at the same time an input file, whatever their paths. Either
   * may be missing, such as a file that is downloaded before it is read.
   *
   * @throws BadInputException if writing the target would overwrite the input
   */
  public static void requireDistinct(Path target, Path input) {
    try {
      if (OutputPath.isSame(target, input)) {
        throw new BadInputException(Messages.get("io.overwritesInput", target));
      }
    } catch (IOException e) {
      throw InputFile.unusable(input, e);
    }
  }

  /**
   * Returns the file that is written in place of a symbolic link; other files as they are.
   *
   * @throws IOException if links form a circle, or lead where nothing may be written
   */
  public static Path followLink(Path target) throws IOException {
    return Files.isSymbolicLink(target) ? OutputPath.resolve(target) : target;
  }

  /**
   * Checks that an output file is none of several input files.
   *
   * @throws BadInputException if writing the target would overwrite an input
   */
  public static void requireDistinct(Path target, Collection<Path> inputs) {
    inputs.forEach(input -> requireDistinct(target, input));
  }

  /**
   * Moves a complete file within a folder, replacing the target in a single step, and waits until
   * content and move are on the disk.
   */
  public static void moveIntoPlace(Path from, Path to) throws IOException {
    syncContent(from);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(to.toAbsolutePath().getParent());
  }

  private static void replace(Path file, Content content, boolean keepPrevious) throws IOException {
    try (TemporaryFile temporary = TemporaryFile.beside(file)) {
      copyPermissions(file, temporary.path());
      OutputStream out = new NamedOutputStream(Channels.newOutputStream(temporary.channel()), file);
      content.writeTo(out);
      out.flush();
      temporary.channel().force(true);
      if (keepPrevious && Files.exists(file)) {
        keepPrevious(file);
      }
      temporary.moveTo(file);
    }
    Folders.sync(file.getParent());
  }

  /** Makes the current file the previous one, too, without a moment at which there is neither. */
  private static void keepPrevious(Path file) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Path copy = TemporaryFile.nameBeside(file);
      try {
        linkOrCopy(file, copy);
        // replaces the previous one even if it is a link: nobody points elsewhere with this name
        Files.move(copy, previous(file), StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (NoSuchFileException swept) {
        if (attempt == LINK_ATTEMPTS) {
          throw swept;
        }
      } finally {
        Files.deleteIfExists(copy);
      }
    }
  }

  private static void linkOrCopy(Path file, Path copy) throws IOException {
    try {
      Files.createLink(copy, file);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      syncContent(copy);
    }
  }

  private static void syncContent(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** A file that only some may read is not readable by others even while it is written. */
  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (target != null && Files.exists(from)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
      // some file systems have the same permissions everywhere and refuse to set any
      if (!permissions.equals(target.readAttributes().permissions())) {
        target.setPermissions(permissions);
      }
    }
  }
}
