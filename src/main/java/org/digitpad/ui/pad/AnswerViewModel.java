package org.digitpad.ui.pad;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.data.BadInputException;
import org.digitpad.ink.Drawing;
import org.digitpad.recognize.DigitReader;
import org.digitpad.recognize.LiveRecognizer;
import org.digitpad.recognize.LiveRecognizer.Reading;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Follows a drawing with the network's answer. Lives on the UI thread; readings come from the
 * inference thread by way of the UI executor, at most one waiting at a time, the latest winning.
 */
public final class AnswerViewModel implements AutoCloseable {
  private final LiveRecognizer recognizer;
  private final Executor ui;
  private final AtomicReference<@Nullable Reading> arrived = new AtomicReference<>();
  private final ReadOnlyObjectWrapper<Answer> answer =
      new ReadOnlyObjectWrapper<>(this, "answer", Answer.WARMING_UP);
  private final ReadOnlyStringWrapper readerName;
  private final ReadOnlyStringWrapper readerNote =
      new ReadOnlyStringWrapper(this, "readerNote", "");

  private boolean loaded;
  private boolean unavailable;
  private Drawing drawing = Drawing.BLANK;
  private long oldestWelcome;

  /**
   * @param loader finds the reader; slow, called on the inference thread
   * @param readerName what to call that reader
   * @param ui runs a task on the UI thread
   */
  public AnswerViewModel(Supplier<DigitReader> loader, String readerName, Executor ui) {
    this.recognizer = new LiveRecognizer(loader, this::arrive);
    this.readerName = new ReadOnlyStringWrapper(this, "readerName", readerName);
    this.ui = ui;
  }

  public ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Who reads, such as "Conv-GRU · 28,506 parameters". */
  public ReadOnlyStringProperty readerNameProperty() {
    return readerName.getReadOnlyProperty();
  }

  /** Why it is not the reader that was chosen; empty if it is. */
  public ReadOnlyStringProperty readerNoteProperty() {
    return readerNote.getReadOnlyProperty();
  }

  /** Tells who reads, where the loader has found another reader than was named at first. */
  public void introduce(String name) {
    readerName.set(name);
  }

  /** Tells why it is not the reader that was chosen. */
  public void excuse(String note) {
    readerNote.set(note);
  }

  /**
   * Lets another reader read, beginning with what is on the paper.
   *
   * @param loader finds it, as the constructor's does
   * @param name what to call it
   */
  public void use(Supplier<DigitReader> loader, String name) {
    readerName.set(name);
    readerNote.set("");
    unavailable = false;
    recognizer.replace(loader);
    restart(drawing);
  }

  /** Begins to load the reader; to be called once people can see the window. */
  public void warmUp() {
    recognizer.warmUp();
  }

  /** Reads on in a drawing that has grown: readings of its younger self are still welcome. */
  void follow(Drawing next) {
    drawing = next;
    if (drawing.isBlank()) {
      oldestWelcome = recognizer.discard();
      if (loaded) {
        answer.set(Answer.BLANK);
      }
    } else {
      recognizer.submit(drawing);
    }
  }

  /** Reads a drawing that is another one than before: readings of that are stale. */
  void restart(Drawing next) {
    oldestWelcome = recognizer.discard();
    follow(next);
  }

  @Override
  public void close() {
    recognizer.close();
  }

  private void arrive(Reading reading) {
    if (arrived.getAndSet(reading) == null) {
      ui.execute(this::show);
    }
  }

  private void show() {
    Reading reading = arrived.getAndSet(null);
    if (reading == null || unavailable) {
      return;
    }
    if (reading instanceof Reading.LoadFailure failure) {
      unavailable = true;
      answer.set(
          Answer.unavailable(
              "You can draw, but nothing is read: " + reason(failure.cause(), "did not load")));
      return;
    }
    loaded = true;
    if (drawing.isBlank()) {
      answer.set(Answer.BLANK);
    } else if (reading.sequence() >= oldestWelcome) {
      if (reading instanceof Reading.Result result) {
        answer.set(Answer.of(result.prediction()));
      } else if (reading instanceof Reading.Failure failure) {
        answer.set(
            Answer.failed(
                "This drawing was not read: "
                    + reason(failure.cause(), "failed on it")
                    + " Draw on, or clear the paper."));
      }
    }
  }

  private static String reason(Throwable cause, String otherwise) {
    if (cause instanceof BadInputException told && told.getMessage() != null) {
      return told.getMessage();
    }
    LoggerFactory.getLogger(AnswerViewModel.class).error("the network {}", otherwise, cause);
    return "the network " + otherwise + " (" + cause.getClass().getSimpleName() + ").";
  }
}
