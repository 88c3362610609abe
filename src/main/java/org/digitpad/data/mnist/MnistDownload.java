package org.digitpad.data.mnist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.digitpad.io.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads the files of MNIST from public mirrors, one after the other until one delivers, and
 * lets nothing into place that has not the right size and SHA-256. What a broken download leaves,
 * {@code <name>.part}, is gone on from next time.
 */
public final class MnistDownload {
  /** Where MNIST can be fetched from, in the order in which to try. */
  public static final List<URI> MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  /** A limit on connecting that suits slow lines. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** A limit on silence that suits slow lines. */
  public static final Duration STALL_TIMEOUT = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(MnistDownload.class);

  private final List<URI> mirrors;
  private final List<ExpectedFile> files;
  private final Duration connectTimeout;
  private final Duration stallTimeout;

  /** Downloads the four originals from the public mirrors. */
  public MnistDownload() {
    this(MIRRORS, MnistFile.originals(), CONNECT_TIMEOUT, STALL_TIMEOUT);
  }

  /**
   * Downloads any files.
   *
   * @param mirrors folders on the web, each ending in a slash
   * @param files what to fetch
   * @param connectTimeout the longest wait for a connection
   * @param stallTimeout the longest wait for an answer, or for more of a body
   */
  public MnistDownload(
      List<URI> mirrors, List<ExpectedFile> files, Duration connectTimeout, Duration stallTimeout) {
    this.mirrors = List.copyOf(mirrors);
    this.files = List.copyOf(files);
    this.connectTimeout = connectTimeout;
    this.stallTimeout = stallTimeout;
  }

  /**
   * Fetches what the folder lacks; a file that is there and right is not touched.
   *
   * @param folder made if it does not exist
   * @param listener told of progress on this thread
   * @param cancelled asked several times a second; interrupting the thread cancels as well
   * @throws DownloadException if a file came from no mirror, or cannot be written, or another
   *     download is at work in the folder
   * @throws InterruptedException if cancelled
   */
  public void into(Path folder, DownloadListener listener, BooleanSupplier cancelled)
      throws DownloadException, InterruptedException {
    ReadTimeout patience = new ReadTimeout(stallTimeout, cancelled);
    try {
      Files.createDirectories(folder);
      DownloadLock lock = DownloadLock.of(folder);
      try {
        fetchMissing(folder, patience, listener);
      } finally {
        lock.release();
      }
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException("cancelled");
    } catch (DownloadException e) {
      throw e;
    } catch (IOException e) {
      throw new DownloadException(
          folder
              + " cannot be written to ("
              + reason(e)
              + "); check its permissions and the disk space.",
          e);
    }
  }

  private void fetchMissing(Path folder, ReadTimeout patience, DownloadListener listener)
      throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            .followRedirects(Redirect.NORMAL)
            .build();
    for (ExpectedFile file : files) {
      patience.check();
      if (!file.matches(folder.resolve(file.name()))) {
        fetch(file, folder, client, patience, listener);
      }
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileAlreadyExistsException ? "a file is in the way" : e.getMessage();
  }

  private void fetch(
      ExpectedFile file,
      Path folder,
      HttpClient client,
      ReadTimeout patience,
      DownloadListener listener)
      throws IOException, InterruptedException {
    Path part = folder.resolve(file.name() + ".part");
    if (!isComplete(part, file)) {
      fetchFromAny(new MirrorDownload(client, patience, listener, file, part), file.name(), folder);
    }
    AtomicFiles.moveIntoPlace(part, folder.resolve(file.name()));
  }

  /** Whether an earlier run only failed to move the part; one that cannot grow right is deleted. */
  private static boolean isComplete(Path part, ExpectedFile file) throws IOException {
    if (!Files.exists(part) || Files.size(part) < file.bytes()) {
      return false;
    }
    boolean complete = file.matches(part);
    if (!complete) {
      Files.delete(part);
    }
    return complete;
  }

  private void fetchFromAny(MirrorDownload download, String name, Path folder)
      throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    for (URI mirror : mirrors) {
      try {
        download.from(mirror);
        LOG.info("Downloaded {} from {}", name, mirror);
        return;
      } catch (MirrorException e) {
        LOG.warn("Cannot download {} from {}: {}", name, mirror, e.getMessage());
        faults.add(mirror.getAuthority() + ": " + e.getMessage());
      }
    }
    throw new DownloadException(
        String.format(
            "%s could not be downloaded (%s);"
                + " check the internet connection, or put the four MNIST files into %s by hand.",
            name, String.join("; ", faults), folder));
  }
}
