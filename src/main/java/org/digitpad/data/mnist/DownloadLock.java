package org.digitpad.data.mnist;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A lock that lets one download at a time write to a folder. The operating system holds the lock
 * and releases it however the program ends. The lock file is not deleted, since another download
 * might just have opened it. The part files cannot be locked instead, because closing one after its
 * verification would release the lock.
 */
final class DownloadLock {
  static final String NAME = ".download.lock";

  private final FileChannel channel;

  private DownloadLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock without waiting.
   *
   * @throws DownloadException if another download holds it
   */
  static DownloadLock of(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) != null) {
        return new DownloadLock(channel);
      }
      throw new DownloadException(Messages.get("data.mnist.download.inProgress", folder));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Returns null if the lock is held, by this program or another. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  void release() throws IOException {
    channel.close();
  }
}
