package org.digitpad.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitpad.i18n.Messages;
import org.slf4j.LoggerFactory;

/**
 * Chooses the folders into which JavaFX and JavaCPP unpack their native libraries, so that nobody
 * else's libraries are loaded. Usually these are caches in the user's home. Where that cannot be
 * written, both would use folders with known names in the temporary folder, which belong to whoever
 * created them first; they get a new, private folder instead, which is deleted at the end.
 *
 * <p>Does nothing on Windows, where home and temporary folder are the user's own, and leaves alone
 * what the user has set.
 */
public final class NativeCaches {
  private static final String PREFIX = "digitpad-natives-";
  private static final String LOCK = ".lock";

  /** What JavaFX and OpenBLAS take when unpacked, in bytes. */
  private static final long NEEDED = 64L << 20;

  private static final int OTHERS_WRITE = 0_002;
  private static final int GROUP_WRITE = 0_020;

  /** The system properties that name the folders, and their usual values below the home. */
  private static final Map<String, String> CACHES =
      Map.of(
          "javafx.cachedir", ".openjfx/cache",
          "org.bytedeco.javacpp.cachedir", ".javacpp/cache");

  private static boolean prepared;

  private final Path home;
  private final Path temporary;
  private final Optional<Identity> user;

  /** User and group of a process, or of a file. */
  private record Identity(int uid, int gid) {
    static Identity of(Path file) throws IOException {
      Map<String, Object> values = Files.readAttributes(file, "unix:uid,gid");
      return new Identity((Integer) values.get("uid"), (Integer) values.get("gid"));
    }
  }

  NativeCaches(Path home, Path temporary) {
    this.home = home;
    this.temporary = temporary;
    this.user = currentUser();
  }

  /**
   * Sets the system properties that name the folders. To be called before JavaFX or JavaCPP is
   * used; does nothing when called again.
   *
   * @throws UnsatisfiedLinkError if there is no folder for the libraries
   */
  public static synchronized void prepare() {
    if (prepared) {
      return;
    }
    try {
      new NativeCaches(
              Path.of(System.getProperty("user.home", "")),
              Path.of(System.getProperty("java.io.tmpdir", "")))
          .choose();
      prepared = true;
    } catch (InvalidPathException e) {
      LoggerFactory.getLogger(NativeCaches.class).warn("no folder for native libraries", e);
    }
  }

  void choose() {
    if (user.isEmpty()) {
      return;
    }
    Path folder = null;
    for (Map.Entry<String, String> cache : CACHES.entrySet()) {
      if (System.getProperty(cache.getKey()) == null && !isUsable(home.resolve(cache.getValue()))) {
        folder = folder == null ? privateFolder() : folder;
        System.setProperty(cache.getKey(), folder.resolve(cache.getKey()).toString());
      }
    }
  }

  /** The owner of this process; empty where the system has no such owners. */
  private static Optional<Identity> currentUser() {
    try {
      Path process = Path.of("/proc/self");
      return Files.exists(process)
          ? Optional.of(Identity.of(process))
          : Optional.of(Identity.of(Path.of(System.getProperty("user.home", ""))));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException windows) {
      return Optional.empty();
    }
  }

  /** Whether a cache can be written, or is complete, and only by this user. */
  private boolean isUsable(Path cache) {
    try {
      for (Path folder : List.of(home, cache.getParent(), cache)) {
        if (Files.notExists(folder)) {
          return Files.isWritable(folder.getParent()) && hasRoom(folder.getParent());
        }
        if (!Files.isDirectory(folder) || !isOurs(folder)) {
          return false;
        }
      }
      return Files.isWritable(cache) && holdsOnlyOurs(cache);
    } catch (IOException | UncheckedIOException e) {
      LoggerFactory.getLogger(NativeCaches.class).debug("cannot check {}", cache, e);
      return false;
    }
  }

  private static boolean hasRoom(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace() >= NEEDED;
  }

  /** Whether a file belongs to this user, and nobody else can write it. Links are followed. */
  private boolean isOurs(Path file) throws IOException {
    Identity owner = Identity.of(file);
    int mode = (Integer) Files.getAttribute(file, "unix:mode");
    Identity me = user.orElseThrow();
    return owner.uid() == me.uid()
        && (mode & OTHERS_WRITE) == 0
        && ((mode & GROUP_WRITE) == 0 || owner.gid() == me.gid());
  }

  private boolean holdsOnlyOurs(Path cache) throws IOException {
    boolean[] ours = {true};
    Files.walkFileTree(
        cache,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            return check(folder);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            return Files.exists(file) ? check(file) : FileVisitResult.CONTINUE;
          }

          private FileVisitResult check(Path path) throws IOException {
            ours[0] = isOurs(path);
            return ours[0] ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }
        });
    return ours[0];
  }

  /** Creates a folder that only this user can enter, and deletes those of killed programs. */
  private Path privateFolder() {
    try {
      sweep();
      if (!hasRoom(temporary)) {
        throw new UnsatisfiedLinkError(
            Messages.get("io.natives.noRoom", NEEDED >> 20, home, temporary));
      }
      // the JDK makes temporary folders accessible to their owner alone
      Path folder = Files.createTempDirectory(temporary, PREFIX);
      ExclusiveLock lock = ExclusiveLock.tryAcquire(folder.resolve(LOCK)).orElseThrow();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    try {
                      lock.close();
                      delete(folder);
                    } catch (IOException e) {
                      LoggerFactory.getLogger(NativeCaches.class)
                          .debug("{} was not deleted", folder, e);
                    }
                  }));
      return folder;
    } catch (IOException e) {
      LoggerFactory.getLogger(NativeCaches.class).error("no folder for native libraries", e);
      throw new UnsatisfiedLinkError(Messages.get("io.natives.noFolder", home, temporary));
    }
  }

  private void sweep() {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && isOurs(folder)
            && !ExclusiveLock.isHeld(folder.resolve(LOCK))) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(NativeCaches.class).debug("{} was not swept", temporary, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException error)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
