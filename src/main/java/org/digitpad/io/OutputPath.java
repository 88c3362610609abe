package org.digitpad.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.digitpad.i18n.Messages;

/** Finds out which file a path names, and whether it may be replaced. */
final class OutputPath {
  /** As many symbolic links as Linux follows before it reports a loop. */
  private static final int MAX_LINKS = 40;

  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private OutputPath() {}

  /**
   * Follows symbolic links, even to a missing file.
   *
   * @throws AccessDeniedException if the file is write-protected
   * @throws FileSystemException if it exists and is not a regular file, or the program runs from it
   */
  static Path resolve(Path target) throws IOException {
    Path file = followLinks(target);
    if (Files.exists(file)) {
      if (!Files.isRegularFile(file)) {
        throw new FileSystemException(
            target.toString(), null, Messages.get("io.reason.notRegularFile"));
      }
      requireWritable(file);
      if (ProgramFiles.contain(file)) {
        throw new FileSystemException(
            target.toString(), null, Messages.get("io.reason.partOfProgram"));
      }
    }
    return file;
  }

  /**
   * Returns the file as {@link #resolve} does, without following a symbolic link to it.
   *
   * @throws FileSystemException if it is a symbolic link
   */
  static Path resolveNoLink(Path target) throws IOException {
    if (Files.isSymbolicLink(target)) {
      throw new FileSystemException(
          target.toString(), null, Messages.get("io.reason.symbolicLink"));
    }
    return resolve(target);
  }

  /** Whether two paths name the same file, which may be missing. */
  static boolean isSame(Path one, Path other) throws IOException {
    if (Files.exists(one) && Files.exists(other)) {
      return Files.isSameFile(one, other);
    }
    try {
      // two missing files can be one whose name is written in two ways
      return followLinks(one).toString().equalsIgnoreCase(followLinks(other).toString());
    } catch (FileSystemException neitherIsAFile) {
      return false;
    }
  }

  private static Path followLinks(Path target) throws IOException {
    Path file = inRealFolder(target.toAbsolutePath());
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(target.toString());
      }
      requireNoStream(file, target);
      file = inRealFolder(file.resolveSibling(Files.readSymbolicLink(file)));
    }
    return file;
  }

  private static Path inRealFolder(Path file) throws IOException {
    Path folder = file.getParent();
    // normalize() alone would take "link/.." for the folder of the link
    return folder != null && Files.exists(folder)
        ? folder.toRealPath().resolve(file.getFileName())
        : file.normalize();
  }

  /** A link such as /dev/stdout stands for a stream, even where that is a file at the moment. */
  private static void requireNoStream(Path link, Path target) throws IOException {
    if (link.startsWith("/dev") || link.startsWith("/proc")) {
      throw new FileSystemException(
          target.toString(), null, Messages.get("io.reason.notRegularFile"));
    }
  }

  /** Moving a file into place needs no permission to write the target, so this checks it. */
  private static void requireWritable(Path file) throws IOException {
    if (!Files.isWritable(file)) {
      requireWritableDisk(file);
    } else if (!isWriteProtected(file)) {
      return;
    }
    throw new AccessDeniedException(
        file.toString(), null, Messages.get("io.reason.writeProtected"));
  }

  private static void requireWritableDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.size();
    } catch (AccessDeniedException e) {
      // of the file alone
    }
  }

  /**
   * An administrator may write everything, but a file without any write permission is protected.
   */
  private static boolean isWriteProtected(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().noneMatch(WRITE::contains);
  }
}
