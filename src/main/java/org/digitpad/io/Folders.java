package org.digitpad.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that the entries of folders are on the disk, too: fsync of a file does not do that.
 */
public final class Folders {
  private static final Set<Path> SYNCED = ConcurrentHashMap.newKeySet();

  private Folders() {}

  /** Creates missing folders, each of which is on the disk before a file is written in it. */
  public static void create(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path path = folder.toAbsolutePath();
        path != null && Files.notExists(path);
        path = path.getParent()) {
      missing.push(path);
    }
    Files.createDirectories(folder);
    for (Path created : missing) {
      sync(created.getParent());
    }
  }

  /**
   * Moves a folder within a file system in a single step, and waits until that is on the disk.
   *
   * @param to must not exist; its parent must
   */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to);
    sync(to.toAbsolutePath().getParent());
    sync(from.toAbsolutePath().getParent());
  }

  /**
   * Waits until the entries of a folder are on the disk. Windows and some network file systems
   * cannot do that: a folder is taken for one of these if the first attempt fails.
   *
   * @throws IOException if it was possible before and fails now
   */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
      SYNCED.add(folder);
    } catch (IOException cause) {
      if (SYNCED.contains(folder)) {
        throw cause;
      }
      LoggerFactory.getLogger(Folders.class).debug("{} cannot be synced", folder, cause);
    }
  }
}
