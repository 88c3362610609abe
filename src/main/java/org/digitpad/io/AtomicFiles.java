package org.digitpad.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.digitpad.i18n.Messages;
import org.slf4j.LoggerFactory;

/**
 * Writes files completely or not at all: to a temporary file beside the target, which is then moved
 * into place. The file's content reaches the disk before the move, and the move before the method
 * returns, so that neither a crash of the program nor of the system leaves half a file.
 */
public final class AtomicFiles {
  /** As many symbolic links as Linux follows before it reports a loop. */
  private static final int MAX_LINKS = 40;

  private static final Pattern TEMPORARY_NAME =
      Pattern.compile("\\..+\\.\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\.tmp");

  /** The byte of a temporary file that its writer locks, so that others know that it is in use. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private static final DateTimeFormatter SET_ASIDE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /**
   * Temporary files of this program, which must not be opened to find out whether they are locked.
   */
  private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

  /** Folders in which this program has deleted the temporary files of killed ones. */
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

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
    replace(resolveLinks(target), content, false);
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
    requireNoLink(target);
    replace(resolveLinks(target), content, true);
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
        sync(damaged.toAbsolutePath().getParent());
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
    Path file = resolveLinks(target);
    requireWritable(file);
    Files.delete(Files.createFile(temporarySibling(file)));
  }

  /**
   * Checks that a file can be written as with {@link #probe}, and that it is not a symbolic link.
   *
   * @throws IOException if {@link #writeKeepingPrevious(Path, Content)} would fail now
   */
  public static void probeKeepingPrevious(Path target) throws IOException {
    requireNoLink(target);
    probe(target);
  }

  /**
   * Checks that an output file is not at the same time an input file.
   *
   * @throws BadInputException if writing the target would overwrite the input
   */
  public static void requireDistinct(Path target, Path input) {
    try {
      if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
        throw new BadInputException(Messages.get("io.overwritesInput", target));
      }
    } catch (IOException e) {
      throw InputFile.unusable(input, e);
    }
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
   * Moves a complete file within a folder, replacing the target, atomically where the file system
   * supports it, and waits until content and move are on the disk.
   */
  public static void moveIntoPlace(Path from, Path to) throws IOException {
    syncContent(from);
    move(from, to);
    sync(to.toAbsolutePath().getParent());
  }

  private static void replace(Path file, Content content, boolean keepPrevious) throws IOException {
    requireWritable(file);
    Path temporary = temporarySibling(file);
    IN_USE.add(temporary);
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      lock(channel);
      OutputStream out = new NamedOutputStream(Channels.newOutputStream(channel), file);
      content.writeTo(out);
      out.flush();
      copyPermissions(file, temporary);
      channel.force(true);
      if (keepPrevious && Files.exists(file)) {
        keepPrevious(file);
      }
      move(temporary, file);
    } finally {
      IN_USE.remove(temporary);
      Files.deleteIfExists(temporary);
    }
    sync(file.getParent());
  }

  /** Makes the current file the previous one, too, without a moment at which there is neither. */
  private static void keepPrevious(Path file) throws IOException {
    Path copy = temporarySibling(file);
    try {
      try {
        Files.createLink(copy, file);
      } catch (UnsupportedOperationException | FileSystemException noLinks) {
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        syncContent(copy);
      }
      // replaces the previous one even if it is a link: nobody points elsewhere with this name
      move(copy, previous(file));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void syncContent(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Waits until the entries of a folder are on the disk. Windows cannot open folders for that. */
  private static void sync(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (AccessDeniedException unsupported) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  /** Returns the path of a new temporary file in the folder of a file, which is created. */
  private static Path temporarySibling(Path file) throws IOException {
    Path folder = file.getParent();
    createFolders(folder);
    if (SWEPT.add(folder)) {
      sweep(folder);
    }
    // not Files.createTempFile, which makes files, and so the target, readable by the owner alone
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Creates missing folders, each of which is on the disk before a file is written in it. */
  private static void createFolders(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path path = folder; path != null && Files.notExists(path); path = path.getParent()) {
      missing.push(path);
    }
    Files.createDirectories(folder);
    for (Path created : missing) {
      sync(created.getParent());
    }
  }

  /** Deletes temporary files of programs that were killed while they wrote. */
  private static void sweep(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path file : files) {
        if (TEMPORARY_NAME.matcher(file.getFileName().toString()).matches()
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !IN_USE.contains(file)) {
          deleteUnlessLocked(file);
        }
      }
    } catch (IOException | DirectoryIteratorException cause) {
      LoggerFactory.getLogger(AtomicFiles.class)
          .debug("temporary files in {} were not deleted", folder, cause);
    }
  }

  private static void deleteUnlessLocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (lock(channel)) {
        Files.delete(file);
      }
    } catch (NoSuchFileException | AccessDeniedException ofAnother) {
      // it has just been moved into place, or belongs to another user
    }
  }

  /** Returns false if another program holds the lock; true if it is held now or cannot be. */
  private static boolean lock(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException unsupported) {
      return true;
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (target != null && Files.exists(from)) {
      target.setPermissions(Files.getPosixFilePermissions(from));
    }
  }

  /** Moving a file into place needs no permission to write the target, so this checks it. */
  private static void requireWritable(Path file) throws IOException {
    if (Files.exists(file) && (!Files.isWritable(file) || isWriteProtected(file))) {
      throw new AccessDeniedException(
          file.toString(), null, Messages.get("io.reason.writeProtected"));
    }
  }

  /**
   * An administrator may write everything, but a file without any write permission is protected.
   */
  private static boolean isWriteProtected(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().noneMatch(WRITE::contains);
  }

  private static void requireNoLink(Path target) throws IOException {
    if (Files.isSymbolicLink(target)) {
      throw new FileSystemException(
          target.toString(), null, Messages.get("io.reason.symbolicLink"));
    }
  }

  /** Follows symbolic links, even to a missing file; rejects anything but a regular file. */
  private static Path resolveLinks(Path target) throws IOException {
    Path file = target.toAbsolutePath().normalize();
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(target.toString());
      }
      requireNoStream(file, target);
      file = file.resolveSibling(Files.readSymbolicLink(file)).normalize();
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(
          target.toString(), null, Messages.get("io.reason.notRegularFile"));
    }
    return file;
  }

  /** A link such as /dev/stdout stands for a stream, even where that is a file at the moment. */
  private static void requireNoStream(Path link, Path target) throws IOException {
    if (link.startsWith("/dev") || link.startsWith("/proc")) {
      throw new FileSystemException(
          target.toString(), null, Messages.get("io.reason.notRegularFile"));
    }
  }
}
