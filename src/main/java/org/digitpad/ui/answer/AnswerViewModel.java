package org.digitpad.ui.answer;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.recognize.live.LiveRecognizer;
import org.digitpad.recognize.live.RecognitionEvent;
import org.digitpad.recognize.sequence.BoundingBox;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.SequenceDigit;
import org.digitpad.ui.pad.CanvasListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The network's answer to what is drawn, updated while the drawing grows. All methods must be
 * called on the UI thread. Predictions come from the inference thread through the UI executor; at
 * most one waits there, and a later one replaces it. Of several digits one is chosen: that which
 * was drawn on last, until the person chooses another.
 */
public final class AnswerViewModel implements CanvasListener, DigitRow, AutoCloseable {
  private final LiveRecognizer recognizer;
  private final Executor ui;
  private final AtomicReference<@Nullable RecognitionEvent> pending = new AtomicReference<>();
  private final ReadOnlyObjectWrapper<Answer> answer =
      new ReadOnlyObjectWrapper<>(this, "answer", Answer.WARMING_UP);
  private final ReadOnlyObjectWrapper<List<DigitBox>> boxes =
      new ReadOnlyObjectWrapper<>(this, "boxes", List.of());
  private final DigitChoice choice = new DigitChoice();
  private final ReadOnlyStringWrapper modelName;
  private final ReadOnlyStringWrapper modelNote = new ReadOnlyStringWrapper(this, "modelNote", "");

  private boolean loaded;
  private boolean unavailable;
  private CanvasContent content = CanvasContent.BLANK;

  /** The digits that are shown; null if there are none. */
  private @Nullable DigitSequence digits;

  private long oldestValid;

  /**
   * @param loader loads the recognizer; slow, called on the inference thread
   * @param modelName name of its model
   * @param ui runs a task on the UI thread
   */
  public AnswerViewModel(Supplier<CanvasRecognizer> loader, String modelName, Executor ui) {
    this.recognizer = new LiveRecognizer(loader, this::receive);
    this.modelName = new ReadOnlyStringWrapper(this, "modelName", modelName);
    this.ui = ui;
  }

  public ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<List<DigitBox>> boxesProperty() {
    return boxes.getReadOnlyProperty();
  }

  @Override
  public void choose(int index) {
    DigitSequence sequence = digits;
    if (sequence != null && index >= 0 && index < sequence.digits().size()) {
      choice.choose(sequence.digits().get(index));
      show(sequence);
    }
  }

  @Override
  public void chooseBeside(int steps) {
    choose(answer.get().chosen() + steps);
  }

  @Override
  public boolean followPen() {
    boolean released = choice.release();
    if (released && digits != null) {
      show(digits);
    }
    return released;
  }

  @Override
  public String description() {
    return answer.get().description();
  }

  /** The strokes of the chosen digit; blank if there is none, or they are not all that is read. */
  public Drawing chosenDrawing() {
    DigitSequence sequence = digits;
    return sequence == null || content.hasBackground()
        ? Drawing.BLANK
        : sequence.digits().get(answer.get().chosen()).drawing();
  }

  /** Name of the model in use, such as "Conv-GRU · 28,506 parameters". */
  public ReadOnlyStringProperty modelNameProperty() {
    return modelName.getReadOnlyProperty();
  }

  /** Why it is not the model that the user chose; empty if it is. */
  public ReadOnlyStringProperty modelNoteProperty() {
    return modelNote.getReadOnlyProperty();
  }

  /** Sets the name of the model in use, where the loader chose another than named at first. */
  public void setModelName(String name) {
    modelName.set(name);
  }

  /** Sets why the model in use is not the one that the user chose. */
  public void setModelNote(String note) {
    modelNote.set(note);
  }

  /**
   * Switches to another model, which recognizes what is on the canvas again.
   *
   * @param loader loads the recognizer, like that of the constructor
   * @param name name of its model
   */
  public void switchModel(Supplier<CanvasRecognizer> loader, String name) {
    modelName.set(name);
    modelNote.set("");
    unavailable = false;
    recognizer.replace(loader);
    contentReplaced(content);
  }

  /** Starts to load the recognizer. To be called once the window is visible. */
  public void warmUp() {
    recognizer.warmUp();
  }

  @Override
  public void contentExtended(CanvasContent next) {
    submit(next, true);
  }

  @Override
  public void strokeEnded(CanvasContent next) {
    submit(next, false);
  }

  @Override
  public void contentReplaced(CanvasContent next) {
    oldestValid = recognizer.discard();
    submit(next, false);
  }

  private void submit(CanvasContent next, boolean growing) {
    content = next;
    if (content.isBlank()) {
      oldestValid = recognizer.discard();
      choice.release();
      if (loaded) {
        showWithoutDigits(Answer.BLANK);
      }
    } else {
      recognizer.submit(content, growing);
    }
  }

  @Override
  public void close() {
    recognizer.close();
  }

  private void receive(RecognitionEvent event) {
    if (pending.getAndSet(event) == null) {
      ui.execute(this::show);
    }
  }

  private void show() {
    RecognitionEvent event = pending.getAndSet(null);
    if (event == null || unavailable) {
      return;
    }
    if (event instanceof RecognitionEvent.LoadFailed failure) {
      unavailable = true;
      showWithoutDigits(
          Answer.unavailable(
              sentence("ui.answer.unavailableBecause", "ui.answer.unavailable", failure.cause())));
      return;
    }
    loaded = true;
    if (content.isBlank()) {
      showWithoutDigits(Answer.BLANK);
    } else if (event.sequence() >= oldestValid) {
      if (event instanceof RecognitionEvent.Recognized result) {
        show(result.digits());
      } else if (event instanceof RecognitionEvent.RecognitionFailed failure) {
        showWithoutDigits(
            Answer.failed(
                sentence("ui.answer.failedBecause", "ui.answer.failed", failure.cause())));
      }
    }
  }

  private void show(DigitSequence sequence) {
    int chosen = choice.index(sequence);
    List<SequenceDigit> each = sequence.digits();
    digits = sequence;
    answer.set(Answer.of(each, chosen));
    boxes.set(
        each.size() < 2
            ? List.of()
            : IntStream.range(0, each.size())
                .mapToObj(i -> box(each.get(i), i == chosen))
                .toList());
  }

  private void showWithoutDigits(Answer next) {
    digits = null;
    answer.set(next);
    boxes.set(List.of());
  }

  private static DigitBox box(SequenceDigit digit, boolean chosen) {
    BoundingBox points = digit.box();
    double pen = digit.drawing().penWidth();
    BoundingBox ink =
        new BoundingBox(
            points.x() - pen / 2,
            points.y() - pen / 2,
            points.width() + pen,
            points.height() + pen);
    return new DigitBox(ink, Answer.character(digit.prediction()), chosen);
  }

  /** Explains a failure by the message of a bad input, or logs it and names its type. */
  private static String sentence(String becauseKey, String key, Throwable cause) {
    if (cause instanceof BadInputException badInput && badInput.getMessage() != null) {
      return Messages.get(becauseKey, Messages.part(badInput.getMessage()));
    }
    LoggerFactory.getLogger(AnswerViewModel.class).error("the network failed", cause);
    return Messages.get(key, cause.getClass().getSimpleName());
  }
}
