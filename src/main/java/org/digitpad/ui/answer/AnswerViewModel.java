package org.digitpad.ui.answer;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.ink.CanvasContent;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.LiveRecognizer;
import org.digitpad.recognize.RecognitionEvent;
import org.digitpad.ui.pad.CanvasListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Follows a drawing with the network's answer. Lives on the UI thread; readings come from the
 * inference thread by way of the UI executor, at most one waiting at a time, the latest winning.
 */
public final class AnswerViewModel implements CanvasListener, AutoCloseable {
  private final LiveRecognizer recognizer;
  private final Executor ui;
  private final AtomicReference<@Nullable RecognitionEvent> arrived = new AtomicReference<>();
  private final ReadOnlyObjectWrapper<Answer> answer =
      new ReadOnlyObjectWrapper<>(this, "answer", Answer.WARMING_UP);
  private final ReadOnlyStringWrapper readerName;
  private final ReadOnlyStringWrapper readerNote =
      new ReadOnlyStringWrapper(this, "readerNote", "");

  private boolean loaded;
  private boolean unavailable;
  private CanvasContent subject = CanvasContent.BLANK;
  private long oldestWelcome;

  /**
   * @param loader finds the reader; slow, called on the inference thread
   * @param readerName what to call that reader
   * @param ui runs a task on the UI thread
   */
  public AnswerViewModel(Supplier<CanvasRecognizer> loader, String readerName, Executor ui) {
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
  public void use(Supplier<CanvasRecognizer> loader, String name) {
    readerName.set(name);
    readerNote.set("");
    unavailable = false;
    recognizer.replace(loader);
    restart(subject);
  }

  /** Begins to load the reader; to be called once people can see the window. */
  public void warmUp() {
    recognizer.warmUp();
  }

  @Override
  public void follow(CanvasContent next) {
    subject = next;
    if (subject.isBlank()) {
      oldestWelcome = recognizer.discard();
      if (loaded) {
        answer.set(Answer.BLANK);
      }
    } else {
      recognizer.submit(subject);
    }
  }

  @Override
  public void restart(CanvasContent next) {
    oldestWelcome = recognizer.discard();
    follow(next);
  }

  @Override
  public void close() {
    recognizer.close();
  }

  private void arrive(RecognitionEvent event) {
    if (arrived.getAndSet(event) == null) {
      ui.execute(this::show);
    }
  }

  private void show() {
    RecognitionEvent event = arrived.getAndSet(null);
    if (event == null || unavailable) {
      return;
    }
    if (event instanceof RecognitionEvent.LoadFailed failure) {
      unavailable = true;
      answer.set(
          Answer.unavailable(
              "You can draw, but this network reads nothing: "
                  + reason(failure.cause(), "did not load")));
      return;
    }
    loaded = true;
    if (subject.isBlank()) {
      answer.set(Answer.BLANK);
    } else if (event.sequence() >= oldestWelcome) {
      if (event instanceof RecognitionEvent.Recognized result) {
        answer.set(Answer.of(result.prediction()));
      } else if (event instanceof RecognitionEvent.RecognitionFailed failure) {
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
