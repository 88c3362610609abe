package org.digitpad.io.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.digitpad.io.DataFolders;
import org.jspecify.annotations.Nullable;

/**
 * Writes warnings and errors to the program's log. Nothing is looked for, created or opened before
 * the first of them. One that is logged over and over, as in every frame, is written the first, the
 * tenth, the hundredth time, and so on.
 */
public final class LogHandler extends Handler {
  static final String NAME = "digitpad";
  private static final long MAX_BYTES = 1_000_000;
  private static final int FILES = 3;

  /** The file that holds what was logged last; null if nothing was, or it could not be written. */
  private static volatile @Nullable Path written;

  private final Supplier<Path> folder;
  private final long maxBytes;
  private final Repeats repeats = new Repeats();
  private @Nullable RotatingFile file;
  private boolean introduced;

  /** Creates the handler of the user's folder, as the configuration of the log names it. */
  public LogHandler() {
    this(() -> DataFolders.ofUser(System.getenv()).log(), MAX_BYTES);
  }

  /**
   * @param folder returns the folder of the log; may be slow
   * @param maxBytes size of a file at which the next one begins
   */
  LogHandler(Supplier<Path> folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    setFormatter(new LogFormatter());
  }

  static @Nullable Path written() {
    return written;
  }

  @Override
  public synchronized void publish(LogRecord logged) {
    if (!isLoggable(logged)) {
      return;
    }
    try {
      String source = logged.getLoggerName() + " " + logged.getMessage();
      long count = repeats.add(Repeats.kind(source, logged.getThrown()));
      if (Repeats.isToBeTold(count)) {
        write(getFormatter().format(logged), count);
      }
    } catch (IOException | RuntimeException | Error unwritable) {
      // there is nowhere left to tell it, and what was logged must go on
      written = null;
    }
  }

  private void write(String text, long count) throws IOException {
    if (file == null) {
      file = new RotatingFile(folder.get(), NAME, maxBytes, FILES);
    }
    String head = "--- " + ProgramInfo.summary() + System.lineSeparator();
    String body = count == 1 ? text : "(" + count + " times:) " + text;
    file.append(introduced ? head : "", introduced ? body : head + body);
    introduced = true;
    written = file.path();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
