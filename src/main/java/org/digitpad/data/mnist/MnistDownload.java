package org.digitpad.data.mnist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.ExclusiveLock;
import org.digitpad.io.FileErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads the files of MNIST from public mirrors, which are tried in turn. A file is moved into
 * place only if its size and SHA-256 are right. An interrupted download leaves {@code <name>.part},
 * which the next one resumes.
 */
public final class MnistDownload {
  /** The mirrors of MNIST in the order in which they are tried. */
  public static final List<URI> MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  /** Timeout for connecting, long enough for slow lines. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Timeout for the next bytes, long enough for slow lines. */
  public static final Duration STALL_TIMEOUT = Duration.ofSeconds(20);

  static final String LOCK_NAME = ".download.lock";

  private static final Logger LOG = LoggerFactory.getLogger(MnistDownload.class);

  private final List<URI> mirrors;
  private final List<ExpectedFile> files;
  private final Duration connectTimeout;
  private final Duration stallTimeout;

  /** Downloads the four original files from the public mirrors. */
  public MnistDownload() {
    this(MIRRORS, MnistFile.originals(), CONNECT_TIMEOUT, STALL_TIMEOUT);
  }

  /**
   * Downloads other files.
   *
   * @param mirrors URLs of folders, each ending in a slash
   * @param files the files to download
   * @param connectTimeout the longest wait for a connection
   * @param stallTimeout the longest wait for a response or for the next part of its body
   */
  public MnistDownload(
      List<URI> mirrors, List<ExpectedFile> files, Duration connectTimeout, Duration stallTimeout) {
    this.mirrors = List.copyOf(mirrors);
    this.files = List.copyOf(files);
    this.connectTimeout = connectTimeout;
    this.stallTimeout = stallTimeout;
  }

  /**
   * Downloads the files that a folder lacks. A file that is present and right is not touched.
   *
   * @param folder created if it does not exist
   * @param listener receives the progress on this thread
   * @param cancelled polled several times a second; interrupting the thread cancels as well
   * @throws DownloadException if no mirror delivers a file, a file cannot be written, or another
   *     download into the folder is in progress
   * @throws InterruptedException if cancelled
   */
  public void downloadTo(Path folder, DownloadListener listener, BooleanSupplier cancelled)
      throws DownloadException, InterruptedException {
    ReadTimeout timeout = new ReadTimeout(stallTimeout, cancelled);
    try {
      // creates the folder; the part files cannot be locked, since closing one after its
      // verification would release the lock
      ExclusiveLock lock =
          ExclusiveLock.tryAcquire(folder.resolve(LOCK_NAME)).orElseThrow(() -> inProgress(folder));
      try {
        fetchMissing(folder, timeout, listener);
      } finally {
        lock.close();
      }
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException("cancelled");
    } catch (DownloadException e) {
      throw e;
    } catch (IOException e) {
      throw new DownloadException(
          Messages.get("data.mnist.download.notWritable", folder, FileErrors.reason(e)), e);
    }
  }

  private static DownloadException inProgress(Path folder) {
    return new DownloadException(Messages.get("data.mnist.download.inProgress", folder));
  }

  private void fetchMissing(Path folder, ReadTimeout timeout, DownloadListener listener)
      throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout)
            .followRedirects(Redirect.NORMAL)
            .build();
    for (ExpectedFile file : files) {
      timeout.check();
      Path part = folder.resolve(file.name() + ".part");
      if (file.matches(folder.resolve(file.name()))) {
        // left by a download that was killed, or whose file came otherwise
        deleteUnlessFolder(part);
      } else {
        fetch(file, part, folder, client, timeout, listener);
      }
    }
  }

  private void fetch(
      ExpectedFile file,
      Path part,
      Path folder,
      HttpClient client,
      ReadTimeout timeout,
      DownloadListener listener)
      throws IOException, InterruptedException {
    if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
      // a pipe would be waited for, and what a link points to is no part of a download
      deleteUnlessFolder(part);
    }
    if (!isComplete(part, file)) {
      fetchFromAny(new MirrorDownload(client, timeout, listener, file, part), file.name(), folder);
    }
    AtomicFiles.moveIntoPlace(part, folder.resolve(file.name()));
  }

  private static void deleteUnlessFolder(Path part) throws IOException {
    if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(part);
    }
  }

  /** Returns whether the part file is already complete; deletes it if its content is wrong. */
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
    List<String> errors = new ArrayList<>();
    for (URI mirror : mirrors) {
      try {
        download.downloadFrom(mirror);
        LOG.info("Downloaded {} from {}", name, mirror);
        return;
      } catch (MirrorException e) {
        LOG.warn("Cannot download {} from {}: {}", name, mirror, e.getMessage());
        errors.add(mirror.getAuthority() + ": " + PlainText.brief(String.valueOf(e.getMessage())));
      }
    }
    throw new DownloadException(
        Messages.get(
            "data.mnist.download.failed", name, Messages.part(String.join("; ", errors)), folder));
  }
}
