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
import org.jspecify.annotations.Nullable;

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
  private final Level levelBefore = rootLogger.getLevel();
  private final Consumer<String> listener;
  private @Nullable Thread watchedThread;

  // guarded by this
  private final List<String> errors = new ArrayList<>();

  /**
   * Starts to watch.
   *
   * @param listener receives each error on its thread
   */
  public ErrorWatch(Consumer<String> listener) {
    this.listener = listener;
    Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
    rootLogger.setLevel(Level.SEVERE); // tests log nothing otherwise
    rootLogger.addHandler(logHandler);
    System.setErr(new PrintStream(new LineWatch(errorBefore), true, StandardCharsets.UTF_8));
  }

  /** Watches the current thread even where others replace the handler for all threads. */
  public void watchThisThread() {
    watchedThread = Thread.currentThread();
    watchedThread.setUncaughtExceptionHandler(this::uncaught);
  }

  private void uncaught(Thread thread, Throwable error) {
    add("uncaught on " + thread.getName() + ": " + Throwables.getStackTrace(error));
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
    if (watchedThread != null) {
      watchedThread.setUncaughtExceptionHandler(null);
    }
    rootLogger.removeHandler(logHandler);
    rootLogger.setLevel(levelBefore);
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
