package org.digitpad.data.mnist;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one download at a time into a folder. The operating system holds the lock and releases it
 * however the program ends. The file stays: who deleted it could take it from another that has just
 * opened it, and the parts cannot serve, because reading one to verify it would release its lock.
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
   * @throws DownloadException if another download has it
   */
  static DownloadLock of(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) != null) {
        return new DownloadLock(channel);
      }
      throw new DownloadException(
          "Another download into " + folder + " is at work; wait until it has ended.");
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Null if somebody else has the lock, in this program or another. */
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
