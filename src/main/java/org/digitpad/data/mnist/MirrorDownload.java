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
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches one file into a part file, going on from what is there already. */
final class MirrorDownload {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client;
  private final ReadTimeout patience;
  private final DownloadListener listener;
  private final ExpectedFile file;
  private final Path part;

  MirrorDownload(
      HttpClient client,
      ReadTimeout patience,
      DownloadListener listener,
      ExpectedFile file,
      Path part) {
    this.client = client;
    this.patience = patience;
    this.listener = listener;
    this.file = file;
    this.part = part;
  }

  /**
   * Leaves the complete and verified file in the part file. What arrived before a failure stays for
   * the next try; what proves wrong is deleted.
   *
   * @throws MirrorException if the mirror failed
   * @throws IOException if the disk failed
   * @throws InterruptedException if cancelled
   */
  void from(URI mirror) throws MirrorException, IOException, InterruptedException {
    URI uri = mirror.resolve(file.name());
    boolean resumed = fetch(uri, Files.exists(part) ? Files.size(part) : 0) > 0;
    boolean good = verify();
    if (!good && resumed) {
      // the bytes of an earlier run may be to blame
      fetch(uri, 0);
      good = verify();
    }
    if (!good) {
      throw new MirrorException("sent another file (wrong SHA-256)");
    }
  }

  private boolean verify() throws IOException {
    boolean good = file.matches(part);
    if (!good) {
      Files.delete(part);
    }
    return good;
  }

  /**
   * Asks for the bytes from {@code kept} on and fills the part file up to the expected size.
   *
   * @return the offset that the mirror agreed to: {@code kept}, or 0 if it started over
   */
  private long fetch(URI uri, long kept) throws MirrorException, IOException, InterruptedException {
    HttpResponse<Publisher<List<ByteBuffer>>> response = ask(uri, kept);
    try (ResponseBodyReader body = new ResponseBodyReader()) {
      response.body().subscribe(body);
      OptionalLong offset = agreedOffset(response, kept);
      if (offset.isPresent()) {
        checkOfferedLength(response, offset.getAsLong());
        save(body, offset.getAsLong());
        return offset.getAsLong();
      }
    }
    return fetch(uri, 0);
  }

  private HttpResponse<Publisher<List<ByteBuffer>>> ask(URI uri, long kept)
      throws MirrorException, InterruptedException {
    // no HttpRequest timeout: newer JDKs let it run on through the body
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (kept > 0) {
      request.header("Range", "bytes=" + kept + "-");
    }
    CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofPublisher());
    try {
      return patience.await((time, unit) -> answerWithin(answer, time, unit));
    } finally {
      answer.cancel(true);
    }
  }

  private static <T> @Nullable T answerWithin(CompletableFuture<T> answer, long time, TimeUnit unit)
      throws MirrorException, InterruptedException {
    try {
      return answer.get(time, unit);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      throw new MirrorException(fault(e.getCause()));
    }
  }

  private static String fault(Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return "no connection in time";
    }
    return cause instanceof ConnectException ? "no connection" : String.valueOf(cause.getMessage());
  }

  /** Where the mirror's bytes begin; empty if it cannot go on from {@code kept}. */
  private static OptionalLong agreedOffset(HttpResponse<?> response, long kept)
      throws MirrorException {
    int status = response.statusCode();
    if (status == OK) {
      return OptionalLong.of(0);
    }
    if (kept > 0 && status == PARTIAL_CONTENT) {
      String range = response.headers().firstValue("Content-Range").orElse("");
      return range.startsWith("bytes " + kept + "-") ? OptionalLong.of(kept) : OptionalLong.empty();
    }
    if (kept > 0 && status == RANGE_NOT_SATISFIABLE) {
      return OptionalLong.empty();
    }
    throw new MirrorException("HTTP " + status);
  }

  /** Turns down an error page sent with status 200 before it overwrites what is there. */
  private void checkOfferedLength(HttpResponse<?> response, long offset) throws MirrorException {
    OptionalLong offered = response.headers().firstValueAsLong("Content-Length");
    long wanted = file.bytes() - offset;
    if (offered.isPresent() && offered.getAsLong() != wanted) {
      throw new MirrorException("offers " + offered.getAsLong() + " bytes instead of " + wanted);
    }
  }

  private void save(ResponseBodyReader body, long offset)
      throws MirrorException, IOException, InterruptedException {
    long written = offset;
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.truncate(offset);
      out.position(offset);
      listener.progress(file.name(), written, file.bytes());
      for (List<ByteBuffer> chunk = body.next(patience);
          chunk != null;
          chunk = body.next(patience)) {
        written += remaining(chunk);
        if (written > file.bytes()) {
          break;
        }
        writeFully(out, chunk);
        listener.progress(file.name(), written, file.bytes());
      }
      out.force(true);
    }
    if (written != file.bytes()) {
      // a body that ended by itself at another size was another file
      Files.delete(part);
      String comparison = written > file.bytes() ? "more" : "fewer";
      throw new MirrorException("sent " + comparison + " than " + file.bytes() + " bytes");
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
