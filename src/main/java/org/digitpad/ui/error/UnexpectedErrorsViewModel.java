package org.digitpad.ui.error;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.i18n.Messages;
import org.digitpad.io.OutOfMemory;
import org.digitpad.io.log.ProgramInfo;
import org.digitpad.io.log.Repeats;
import org.digitpad.io.log.StackTraces;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions that nothing has caught, from any thread, told in one sentence. One that repeats
 * itself is counted. Nothing here throws, and what is shown changes the more seldom the more errors
 * there are, so that an error while it is shown cannot go on for ever.
 */
public final class UnexpectedErrorsViewModel implements Thread.UncaughtExceptionHandler {
  private static final int MAX_KINDS = 20;

  private final Executor ui;
  private final Thread.@Nullable UncaughtExceptionHandler next;
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  // guarded by this
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private @Nullable Kind latest;

  /** Errors thrown by the same line. */
  private static final class Kind {
    final String sentence;
    final String report;
    long count;
    boolean dismissed;

    Kind(String sentence, String report) {
      this.sentence = sentence;
      this.report = report;
    }
  }

  /**
   * @param ui runs a task on the UI thread
   * @param next receives the exceptions as well, to log them
   */
  public UnexpectedErrorsViewModel(Executor ui, Thread.@Nullable UncaughtExceptionHandler next) {
    this.ui = ui;
    this.next = next;
  }

  /** The sentence to show; empty if there is nothing to tell. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  @Override
  public void uncaughtException(Thread thread, Throwable cause) {
    try {
      if (add(thread, cause)) {
        ui.execute(this::show);
      }
    } catch (RuntimeException | Error again) {
      // such as a lack of memory: the log may still take the first one
    }
    try {
      if (next != null) {
        next.uncaughtException(thread, cause);
      }
    } catch (RuntimeException | Error again) {
      // nothing is left to tell it to
    }
  }

  /** Counts an error; returns whether to tell it. */
  private synchronized boolean add(Thread thread, Throwable cause) {
    String key = Repeats.kind("", cause);
    Kind kind = kinds.get(key);
    if (kind == null) {
      if (kinds.size() == MAX_KINDS) {
        return false;
      }
      kind = new Kind(sentence(cause), report(thread, cause));
      kinds.put(key, kind);
    }
    kind.count++;
    if (kind.dismissed || !Repeats.isToBeTold(kind.count)) {
      return false;
    }
    latest = kind;
    return true;
  }

  private static String sentence(Throwable cause) {
    return OutOfMemory.reason(cause)
        .map(reason -> Messages.get("ui.error.memory", Messages.part(reason)))
        .orElseGet(() -> Messages.get("ui.error.happened", cause.getClass().getSimpleName()));
  }

  private static String report(Thread thread, Throwable cause) {
    LocalDateTime time = LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS);
    return time + " [" + thread.getName() + "] " + StackTraces.text(cause);
  }

  private synchronized void show() {
    Kind kind = latest;
    if (kind != null) {
      message.set(
          kind.count == 1
              ? kind.sentence
              : Messages.plural("ui.error.repeated", kind.count, Messages.part(kind.sentence)));
    }
  }

  /** Hides the sentence; errors that have happened before are not told again. */
  public synchronized void dismiss() {
    kinds.values().forEach(kind -> kind.dismissed = true);
    latest = null;
    message.set("");
  }

  /** What is to be reported: versions, and the stack traces of all errors; in English. */
  public synchronized String details() {
    StringBuilder details = new StringBuilder(ProgramInfo.summary()).append('\n');
    for (Kind kind : kinds.values()) {
      details.append('\n').append(kind.count).append(" × ").append(kind.report);
    }
    return details.toString();
  }
}
