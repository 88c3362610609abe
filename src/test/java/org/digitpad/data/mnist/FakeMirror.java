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
import java.util.concurrent.TimeUnit;

/** A local web server that gives the same response, right or wrong, to every request. */
final class FakeMirror implements AutoCloseable {
  /** Sends a response. */
  @FunctionalInterface
  interface Response {
    void send(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private Response response = status(500);

  FakeMirror() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  FakeMirror responding(Response newResponse) {
    response = newResponse;
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

  /** Returns the Range header of each request so far, "none" for a request without it. */
  List<String> ranges() {
    return ranges;
  }

  /** Sends the complete file, whatever range is requested. */
  static Response complete(byte[] file) {
    return exchange -> {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file);
    };
  }

  /** Sends the requested range. */
  static Response resuming(byte[] file) {
    return exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      if (range == null) {
        complete(file).send(exchange);
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

  /** Sends one response to requests for a range, and another one to all others. */
  static Response byRange(Response ranged, Response plain) {
    return exchange ->
        (exchange.getRequestHeaders().containsKey("Range") ? ranged : plain).send(exchange);
  }

  static Response status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** Announces the complete file and closes the connection after {@code bytes}. */
  static Response disconnecting(byte[] file, int bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file, 0, bytes);
      exchange.getResponseBody().flush();
      throw new IOException("closed on purpose");
    };
  }

  /** Sends the first bytes of the file and then nothing until this mirror is closed. */
  Response stalling(byte[] file, int bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file, 0, bytes);
      exchange.getResponseBody().flush();
      waitForClosing();
    };
  }

  /** Accepts the request and never responds. */
  Response silent() {
    return exchange -> waitForClosing();
  }

  /** Sends a body without announcing its length. */
  static Response chunked(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(body);
    };
  }

  /** Sends zeros until the connection is closed. */
  static Response endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      byte[] zeros = new byte[1 << 14];
      while (!Thread.currentThread().isInterrupted()) {
        out.write(zeros);
      }
    };
  }

  /** Sends a redirection, always the same. */
  static Response redirecting(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Sends a byte at a time, with pauses between that are shorter than any timeout. */
  Response dripping(byte[] file) {
    return exchange -> {
      exchange.sendResponseHeaders(200, file.length);
      try {
        for (int i = 0; i < file.length && !closing.await(20, TimeUnit.MILLISECONDS); i++) {
          exchange.getResponseBody().write(file[i]);
          exchange.getResponseBody().flush();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Sends a header of some megabytes. */
  static Response hugeHeader() {
    return exchange -> {
      for (int i = 0; i < 1_000; i++) {
        exchange.getResponseHeaders().add("X-" + i, "x".repeat(8_000));
      }
      exchange.sendResponseHeaders(200, 0);
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "none" : range);
    response.send(exchange);
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
