package org.digitpad.soak;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.assertj.core.util.Throwables;

/**
 * Notices exceptions that no code of any thread has caught, and logged errors. Loggers are watched
 * where they write to: the root of {@code java.util.logging} and the standard error.
 */
public final class ErrorWatch implements AutoCloseable {
  private static final Pattern LOGGED =
      Pattern.compile("^(\\[.*] )?(ERROR|SEVERE)\\b.*|^Exception in thread .*|^Exception: .*");

  private final UncaughtExceptionHandler handlerBefore =
      Thread.getDefaultUncaughtExceptionHandler();
  private final PrintStream errorBefore = System.err;
  private final Logger rootLogger = Logger.getLogger("");
  private final Handler logHandler = new LogHandler();
  private final Consumer<String> listener;

  // guarded by this
  private final List<String> errors = new ArrayList<>();

  /**
   * Starts to watch.
   *
   * @param listener receives each error on its thread
   */
  public ErrorWatch(Consumer<String> listener) {
    this.listener = listener;
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) ->
            add("uncaught on " + thread.getName() + ": " + Throwables.getStackTrace(error)));
    rootLogger.addHandler(logHandler);
    System.setErr(new PrintStream(new LineWatch(errorBefore), true, StandardCharsets.UTF_8));
  }

  private void add(String error) {
    synchronized (this) {
      errors.add(error);
    }
    listener.accept(error);
  }

  /** The errors so far. */
  public synchronized List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() {
    Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    rootLogger.removeHandler(logHandler);
    System.setErr(errorBefore);
  }

  private final class LogHandler extends Handler {
    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
        String cause =
            entry.getThrown() == null ? "" : "\n" + Throwables.getStackTrace(entry.getThrown());
        add("logged: " + entry.getMessage() + cause);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Passes everything on, and looks at each line. */
  private final class LineWatch extends OutputStream {
    private final OutputStream to;
    private final StringBuilder line = new StringBuilder();

    LineWatch(OutputStream to) {
      this.to = to;
    }

    @Override
    public synchronized void write(int each) {
      try {
        to.write(each);
      } catch (java.io.IOException closed) {
        throw new java.io.UncheckedIOException(closed);
      }
      if (each != '\n') {
        line.append((char) (each & 0xff));
        return;
      }
      String text = line.toString();
      line.setLength(0);
      if (LOGGED.matcher(text).matches()) {
        add("printed: " + text);
      }
    }
  }
}
