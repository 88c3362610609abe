package org.digitpad.data.mnist;

/** Told how a download goes, on the thread that downloads, after every piece that arrives. */
@FunctionalInterface
public interface DownloadListener {
  /**
   * More of a file has arrived.
   *
   * @param fileName the file
   * @param bytesSoFar bytes on disk, those of an earlier run included; falls if the file has to be
   *     fetched anew
   * @param bytesTotal size of the whole file
   */
  void progress(String fileName, long bytesSoFar, long bytesTotal);
}
