package org.digitpad.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.digitpad.i18n.Messages;

/**
 * A lock between programs, and between the parts of one program. The operating system releases it
 * however the program ends. The lock file stays, since another program might just have opened it.
 */
public final class ExclusiveLock implements AutoCloseable {
  /** Locks a byte far beyond the content, which Windows would not let others read otherwise. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int MAX_HOLDER_BYTES = 200;

  private static final long WAIT_NANOS = 10_000_000;

  /**
   * Lock files held by this program, with their holders. On POSIX systems, closing any channel of a
   * file releases all of the program's locks of it, so a held lock file must not be opened again.
   */
  private static final Map<Path, String> HELD = new HashMap<>();

  private final Path key;
  private final FileChannel channel;

  private ExclusiveLock(Path key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /**
   * Takes a lock without waiting.
   *
   * @param file the lock file; it and its folder are created if missing
   * @return the lock, or empty if this program or another holds it
   * @throws IOException if the lock file cannot be created, opened or locked, or is no regular file
   */
  public static Optional<ExclusiveLock> tryAcquire(Path file) throws IOException {
    Folders.create(file.toAbsolutePath().getParent());
    Path key = key(file);
    synchronized (HELD) {
      if (HELD.containsKey(key)) {
        return Optional.empty();
      }
      FileChannel channel = open(file, StandardOpenOption.CREATE);
      try {
        if (!tryLock(channel)) {
          channel.close();
          return Optional.empty();
        }
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      HELD.put(key, "");
      return Optional.of(new ExclusiveLock(key, channel));
    }
  }

  /**
   * Takes a lock, and waits while this program or another holds it.
   *
   * @param file as for {@link #tryAcquire}
   * @param patience how long to wait at most
   * @return the lock, or empty if it is still held then
   * @throws IOException as {@link #tryAcquire}
   */
  public static Optional<ExclusiveLock> acquire(Path file, Duration patience) throws IOException {
    Optional<ExclusiveLock> lock = tryAcquire(file);
    for (long left = patience.toNanos(); lock.isEmpty() && left > 0; left -= WAIT_NANOS) {
      LockSupport.parkNanos(WAIT_NANOS);
      lock = tryAcquire(file);
    }
    return lock;
  }

  /**
   * Writes into the lock file who holds the lock, which takes room on the disk.
   *
   * @param holder a few words for {@link #holder}
   */
  public void setHolder(String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    synchronized (HELD) {
      HELD.put(key, holder);
    }
  }

  /**
   * Returns what the last holder of a lock wrote about itself, held or not; empty if nothing can be
   * read.
   */
  public static Optional<String> holder(Path file) {
    synchronized (HELD) {
      try {
        requireFileOrNothing(file);
        Path key = key(file);
        if (HELD.containsKey(key)) {
          return named(HELD.get(key));
        }
        try (var in = Files.newInputStream(file)) {
          return named(new String(in.readNBytes(MAX_HOLDER_BYTES), StandardCharsets.UTF_8));
        }
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
  }

  private static Optional<String> named(String holder) {
    return Optional.of(holder.strip()).filter(name -> !name.isEmpty());
  }

  /** Tells whether this program or another holds a lock. */
  public static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    synchronized (HELD) {
      if (HELD.containsKey(key(file))) {
        return true;
      }
      try (FileChannel channel = open(file)) {
        return !tryLock(channel);
      }
    }
  }

  private static FileChannel open(Path file, OpenOption... more) throws IOException {
    requireFileOrNothing(file);
    Set<OpenOption> options = new HashSet<>(List.of(more));
    options.add(StandardOpenOption.WRITE);
    options.add(LinkOption.NOFOLLOW_LINKS);
    return FileChannel.open(file, options);
  }

  /** Opening a pipe would wait for its other end, and a link could lead to anybody's file. */
  private static void requireFileOrNothing(Path file) throws IOException {
    try {
      // in one look, since its holder may delete it in between
      if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isRegularFile()) {
        throw new FileSystemException(
            file.toString(), null, Messages.get("io.reason.notRegularFile"));
      }
    } catch (NoSuchFileException nothing) {
      // is created
    }
  }

  /** The same for all paths of a lock file, as far as the system can tell. */
  private static Path key(Path file) throws IOException {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException missing) {
      return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    }
  }

  /**
   * Locks a file without hindering others from reading it.
   *
   * @return false if this program or another holds the lock
   * @throws IOException if files cannot be locked
   */
  static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Releases the lock. */
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      HELD.remove(key);
      channel.close();
    }
  }
}
