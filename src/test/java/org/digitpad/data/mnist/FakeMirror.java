package org.digitpad.data.mnist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that answers every request in one way, good or bad. */
final class FakeMirror implements AutoCloseable {
  /** A way to answer. */
  @FunctionalInterface
  interface Answer {
    void send(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private Answer answer = status(500);

  FakeMirror() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  FakeMirror answering(Answer newAnswer) {
    answer = newAnswer;
    return this;
  }

  URI uri() {
    return URI.create(
        "http://"
            + server.getAddress().getHostString()
            + ":"
            + server.getAddress().getPort()
            + "/");
  }

  /** The Range header of every request so far, "none" where there was none. */
  List<String> ranges() {
    return ranges;
  }

  /** Serves the file whole, whatever range is asked for. */
  static Answer whole(byte[] file) {
    return exchange -> {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file);
    };
  }

  /** Serves the range that is asked for. */
  static Answer resuming(byte[] file) {
    return exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      if (range == null) {
        whole(file).send(exchange);
        return;
      }
      int from = Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
      exchange.sendResponseHeaders(206, file.length - from);
      exchange.getResponseBody().write(file, from, file.length - from);
    };
  }

  /** Answers requests for a range with one way, others with another. */
  static Answer byRange(Answer ranged, Answer plain) {
    return exchange ->
        (exchange.getRequestHeaders().containsKey("Range") ? ranged : plain).send(exchange);
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** Announces the whole file and breaks off after {@code bytes}. */
  static Answer breakingOff(byte[] file, int bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file, 0, bytes);
      exchange.getResponseBody().flush();
      throw new IOException("broken off on purpose");
    };
  }

  /** Sends the first bytes of the file, then nothing more until this mirror is closed. */
  Answer stalling(byte[] file, int bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file, 0, bytes);
      exchange.getResponseBody().flush();
      waitForClosing();
    };
  }

  /** Accepts the request and never answers. */
  Answer silent() {
    return exchange -> waitForClosing();
  }

  /** Sends a body of no announced length. */
  static Answer chunked(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(body);
    };
  }

  /** Sends zeros for as long as anybody takes them. */
  static Answer endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      byte[] zeros = new byte[1 << 14];
      while (!Thread.currentThread().isInterrupted()) {
        out.write(zeros);
      }
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "none" : range);
    answer.send(exchange);
    exchange.close();
  }

  private void waitForClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    threads.shutdownNow();
    server.stop(0);
  }
}
