package org.digitpad.ui.mydrawings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.AnswerViewModel;

/**
 * "It's a …": a person says what the chosen digit on the pad is, and it is kept with that label.
 * Saying it again changes the label. All methods must be called on the UI thread.
 */
public final class CorrectionViewModel {
  /** No label. */
  public static final int NONE = -1;

  /** Whether there is something to correct, and why not. */
  public enum State {
    /** The chosen digit can be corrected. */
    POSSIBLE,
    /** Nothing is drawn and read. */
    NOTHING,
    /** A picture is open, or an image is on the canvas: neither has strokes. */
    NO_STROKES
  }

  private final AnswerViewModel answer;
  private final ObservableBooleanValue pictureOpen;
  private final Supplier<String> modelName;
  private final MyDrawingsViewModel drawings;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.NOTHING);
  private final ReadOnlyIntegerWrapper kept = new ReadOnlyIntegerWrapper(this, "kept", NONE);

  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  /** The sentence about the last correction; empty once another drawing is chosen. */
  private String done = "";

  /** What that sentence is about. */
  private Drawing corrected = Drawing.BLANK;

  /** The drawings that are kept, by their numbers of points, as comparing strokes takes longer. */
  private Map<Integer, List<MyDrawing>> bySize = Map.of();

  private List<MyDrawing> indexed = List.of();

  /**
   * @param answer what the chosen digit is read as
   * @param pictureOpen whether a picture takes the place of the canvas
   * @param modelName returns the name of the model that reads
   * @param drawings keeps the corrected ones
   */
  public CorrectionViewModel(
      AnswerViewModel answer,
      ObservableBooleanValue pictureOpen,
      Supplier<String> modelName,
      MyDrawingsViewModel drawings,
      InstantSource clock) {
    this.answer = answer;
    this.pictureOpen = pictureOpen;
    this.modelName = modelName;
    this.drawings = drawings;
    this.clock = clock;
    answer.answerProperty().addListener((property, before, now) -> update());
    pictureOpen.addListener((property, before, now) -> update());
    drawings.drawingsProperty().addListener((property, before, now) -> update());
    drawings.messageProperty().addListener((property, before, now) -> showMessage());
    drawings.failedProperty().addListener((property, before, now) -> showMessage());
    update();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The label that the chosen digit is kept with, as {@link MyDrawing#label}, or {@link #NONE}. */
  public ReadOnlyIntegerProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /**
   * A sentence about the last correction of what is chosen now, or about what went wrong last with
   * the drawings; may be empty.
   */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** The drawings that are kept. */
  public MyDrawingsViewModel drawings() {
    return drawings;
  }

  /**
   * Keeps the chosen digit with a label, or tells why it cannot be kept.
   *
   * @param label 0 to 9 or {@link MyDrawing#NO_DIGIT}
   */
  public void correct(int label) {
    if (state.get() == State.NO_STROKES) {
      corrected = chosen();
      done = Messages.get("ui.mydrawings.correct.noStrokes");
      drawings.tell(done);
      return;
    }
    Drawing drawing = answer.chosenDrawing();
    if (state.get() == State.NOTHING || drawing.isBlank()) {
      return;
    }
    int read = label();
    corrected = drawing;
    done =
        label == MyDrawing.NO_DIGIT
            ? Messages.get("ui.mydrawings.correct.doneNoDigit")
            : Messages.get("ui.mydrawings.correct.done", label);
    if (kept.get() == label) {
      drawings.tell(done);
    } else {
      drawings.add(MyDrawing.of(drawing, label, clock.instant(), modelName.get(), read), done);
    }
    showMessage();
  }

  /** Keeps the chosen digit as it was read. */
  public void confirm() {
    correct(label());
  }

  private int label() {
    Answer now = answer.answerProperty().get();
    for (int digit = 0; digit < MyDrawing.NO_DIGIT; digit++) {
      if (now.isPredicted(digit)) {
        return digit;
      }
    }
    return MyDrawing.NO_DIGIT;
  }

  private void update() {
    boolean read = answer.answerProperty().get().hasPrediction();
    Drawing drawing = chosen();
    State now;
    if (pictureOpen.get() || read && drawing.isBlank()) {
      now = State.NO_STROKES;
    } else {
      now = read ? State.POSSIBLE : State.NOTHING;
    }
    state.set(now);
    kept.set(now == State.POSSIBLE ? keptLabel(drawing) : NONE);
    if (!done.isEmpty() && !drawing.equals(corrected)) {
      done = "";
      showMessage();
    }
  }

  private Drawing chosen() {
    return answer.answerProperty().get().hasPrediction() ? answer.chosenDrawing() : Drawing.BLANK;
  }

  /** What was imported or deleted elsewhere is not told beside the answer. */
  private void showMessage() {
    String told = drawings.messageProperty().get();
    message.set(drawings.failedProperty().get() || told.equals(done) ? told : "");
  }

  private int keptLabel(Drawing drawing) {
    List<MyDrawing> all = drawings.drawingsProperty().get();
    if (all != indexed) {
      Map<Integer, List<MyDrawing>> index = new HashMap<>();
      for (MyDrawing each : all) {
        index.computeIfAbsent(points(each.drawing()), size -> new ArrayList<>()).add(each);
      }
      bySize = index;
      indexed = all;
    }
    return bySize.getOrDefault(points(drawing), List.of()).stream()
        .filter(each -> each.drawing().equals(drawing))
        .findFirst()
        .map(MyDrawing::label)
        .orElse(NONE);
  }

  private static int points(Drawing drawing) {
    int points = 0;
    for (Stroke stroke : drawing.strokes()) {
      points += stroke.points().size();
    }
    return points;
  }
}
