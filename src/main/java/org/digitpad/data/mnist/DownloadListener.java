package org.digitpad.data.mnist;

/** Receives the progress of a download, on the downloading thread. */
@FunctionalInterface
public interface DownloadListener {
  /**
   * Called after each part of a file that arrives.
   *
   * @param fileName name of the file
   * @param bytesSoFar bytes on disk, including those of an earlier run; decreases if the download
   *     of the file has to start over
   * @param bytesTotal size of the whole file
   */
  void onProgress(String fileName, long bytesSoFar, long bytesTotal);
}
