package org.digitpad.data.mnist;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.jspecify.annotations.Nullable;

/** Downloads a file from a mirror into a part file, resuming after the bytes that it has. */
final class MirrorDownload {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** Half of what a modem delivers, in bytes a second. */
  private static final int MIN_RATE = 4_000;

  private final HttpClient client;
  private final ReadTimeout timeout;
  private final DownloadListener listener;
  private final ExpectedFile file;
  private final Path part;

  MirrorDownload(
      HttpClient client,
      ReadTimeout timeout,
      DownloadListener listener,
      ExpectedFile file,
      Path part) {
    this.client = client;
    this.timeout = timeout;
    this.listener = listener;
    this.file = file;
    this.part = part;
  }

  /**
   * Downloads and verifies the file. Afterwards the part file is complete. Bytes that arrived
   * before a failure are kept for the next attempt, unless they turn out to be wrong.
   *
   * @throws MirrorException if the mirror fails
   * @throws IOException if the part file cannot be read or written
   * @throws InterruptedException if cancelled
   */
  void downloadFrom(URI mirror) throws MirrorException, IOException, InterruptedException {
    URI uri = mirror.resolve(file.name());
    boolean resumed = fetch(uri, Files.exists(part) ? Files.size(part) : 0) > 0;
    boolean valid = verify();
    if (!valid && resumed) {
      // the bytes of an earlier run may be wrong
      fetch(uri, 0);
      valid = verify();
    }
    if (!valid) {
      throw new MirrorException(Messages.get("data.mnist.mirror.wrongHash"));
    }
  }

  private boolean verify() throws IOException {
    boolean valid = file.matches(part);
    if (!valid) {
      Files.delete(part);
    }
    return valid;
  }

  /**
   * Requests the bytes from {@code offset} and completes the part file.
   *
   * @return the offset that the mirror accepted: {@code offset}, or 0 if it starts over
   */
  private long fetch(URI uri, long offset)
      throws MirrorException, IOException, InterruptedException {
    HttpResponse<Publisher<List<ByteBuffer>>> response = sendRequest(uri, offset);
    try (ResponseBodyReader body = new ResponseBodyReader()) {
      response.body().subscribe(body);
      OptionalLong accepted = acceptedOffset(response, offset);
      if (accepted.isPresent()) {
        checkOfferedLength(response, accepted.getAsLong());
        save(body, accepted.getAsLong());
        return accepted.getAsLong();
      }
    }
    return fetch(uri, 0);
  }

  private HttpResponse<Publisher<List<ByteBuffer>>> sendRequest(URI uri, long offset)
      throws MirrorException, InterruptedException {
    // no HttpRequest timeout: in newer JDKs it includes the body
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
    }
    CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> response =
        client.sendAsync(request.build(), BodyHandlers.ofPublisher());
    try {
      return timeout.await((time, unit) -> responseWithin(response, time, unit));
    } finally {
      response.cancel(true);
    }
  }

  private static <T> @Nullable T responseWithin(
      CompletableFuture<T> response, long time, TimeUnit unit)
      throws MirrorException, InterruptedException {
    try {
      return response.get(time, unit);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      throw new MirrorException(reason(e.getCause()));
    }
  }

  private static String reason(Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return Messages.get("data.mnist.mirror.connectionTimeout");
    }
    return cause instanceof ConnectException
        ? Messages.get("data.mnist.mirror.noConnection")
        // may quote what the mirror has sent
        : PlainText.brief(String.valueOf(cause.getMessage()));
  }

  /** Returns the offset of the mirror's bytes, or nothing if it cannot resume at {@code offset}. */
  private static OptionalLong acceptedOffset(HttpResponse<?> response, long offset)
      throws MirrorException {
    int status = response.statusCode();
    if (status == OK) {
      return OptionalLong.of(0);
    }
    if (offset > 0 && status == PARTIAL_CONTENT) {
      String range = response.headers().firstValue("Content-Range").orElse("");
      return range.startsWith("bytes " + offset + "-")
          ? OptionalLong.of(offset)
          : OptionalLong.empty();
    }
    if (offset > 0 && status == RANGE_NOT_SATISFIABLE) {
      return OptionalLong.empty();
    }
    throw new MirrorException(Messages.get("data.mnist.mirror.status", String.valueOf(status)));
  }

  /** Rejects an error page sent with status 200 before it overwrites the part file. */
  private void checkOfferedLength(HttpResponse<?> response, long offset) throws MirrorException {
    OptionalLong offered = response.headers().firstValueAsLong("Content-Length");
    long expected = file.bytes() - offset;
    if (offered.isPresent() && offered.getAsLong() != expected) {
      throw new MirrorException(
          Messages.get("data.mnist.mirror.wrongLength", offered.getAsLong(), expected));
    }
  }

  private void save(ResponseBodyReader body, long offset)
      throws MirrorException, IOException, InterruptedException {
    long written = offset;
    long start = System.nanoTime();
    try (FileChannel out =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      out.truncate(offset);
      out.position(offset);
      listener.onProgress(file.name(), written, file.bytes());
      for (List<ByteBuffer> chunk = body.next(timeout); chunk != null; chunk = body.next(timeout)) {
        written += remaining(chunk);
        if (written > file.bytes()) {
          break;
        }
        writeFully(out, chunk);
        listener.onProgress(file.name(), written, file.bytes());
        timeout.checkRate(written - offset, System.nanoTime() - start, MIN_RATE);
      }
      out.force(true);
    }
    if (written != file.bytes()) {
      // a complete body of another size is another file
      Files.delete(part);
      throw new MirrorException(
          written > file.bytes()
              ? Messages.get("data.mnist.mirror.tooLong", file.bytes())
              : Messages.get("data.mnist.mirror.tooShort", file.bytes()));
    }
  }

  private static long remaining(List<ByteBuffer> chunk) {
    return chunk.stream().mapToLong(ByteBuffer::remaining).sum();
  }

  private static void writeFully(FileChannel out, List<ByteBuffer> chunk) throws IOException {
    for (ByteBuffer bytes : chunk) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }
}
