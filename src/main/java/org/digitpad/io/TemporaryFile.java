package org.digitpad.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * A temporary file beside the file that it is to replace. While it is open, its writer holds a lock
 * of it; files without one are of programs that were killed, and are deleted by the next writer.
 */
final class TemporaryFile implements Closeable {
  private static final Pattern NAME =
      Pattern.compile("\\..+\\.\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\.tmp");

  /**
   * Temporary files of this program. They must not be opened to find out whether they are locked:
   * on POSIX systems, closing them would release the lock.
   */
  private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

  /** Folders in which this program has deleted the temporary files of killed ones. */
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Creates an empty file in the folder of the target, which is created, too, if missing. */
  static TemporaryFile beside(Path target) throws IOException {
    Path folder = target.getParent();
    Folders.create(folder);
    if (SWEPT.add(folder)) {
      sweep(folder);
    }
    while (true) {
      TemporaryFile file = open(nameBeside(target));
      if (file.lock()) {
        return file;
      }
      // another program that sweeps found it before it was locked
      file.close();
    }
  }

  /** Returns the path of a temporary file beside the target, which nobody else uses. */
  static Path nameBeside(Path target) {
    // not Files.createTempFile, which makes files, and so the target, readable by the owner alone
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  private static TemporaryFile open(Path path) throws IOException {
    IN_USE.add(path);
    try {
      return new TemporaryFile(
          path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (IOException e) {
      IN_USE.remove(path);
      throw e;
    }
  }

  private boolean lock() {
    try {
      return ExclusiveLock.tryLock(channel) && Files.exists(path);
    } catch (IOException unsupported) {
      return true;
    }
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Moves the file into place in a single step. */
  void moveTo(Path target) throws IOException {
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes the file unless it has been moved. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(path);
    } finally {
      IN_USE.remove(path);
    }
  }

  private static void sweep(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path file : files) {
        if (NAME.matcher(file.getFileName().toString()).matches()
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !IN_USE.contains(file)) {
          deleteUnlessLocked(file);
        }
      }
    } catch (IOException | DirectoryIteratorException cause) {
      LoggerFactory.getLogger(TemporaryFile.class)
          .debug("temporary files in {} were not deleted", folder, cause);
    }
  }

  private static void deleteUnlessLocked(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (ExclusiveLock.tryLock(channel)) {
        Files.delete(file);
      }
    } catch (IOException cause) {
      // it has just been moved into place, belongs to another user, or nothing can be locked here
      LoggerFactory.getLogger(TemporaryFile.class).debug("{} was not deleted", file, cause);
    }
  }
}
