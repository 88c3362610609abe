package org.digitpad.ui.pad;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.digitpad.ink.AppendList;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Stroke;

/** The finished strokes and the background image, with undo and redo. */
final class UndoHistory {
  private record State(DigitImage background, AppendList<Stroke> strokes) {
    private static final State BLANK = new State(DigitImage.BLANK, AppendList.empty());
  }

  private final Deque<State> undoStack = new ArrayDeque<>();
  private final Deque<State> redoStack = new ArrayDeque<>();
  private State current = State.BLANK;

  /** The finished strokes. */
  AppendList<Stroke> strokes() {
    return current.strokes;
  }

  /** The image under the strokes; blank where there is none. */
  DigitImage background() {
    return current.background;
  }

  /** The strokes that the image under the present ones has replaced; none without an image. */
  AppendList<Stroke> beneath() {
    if (!current.background.isBlank()) {
      for (State state : undoStack) {
        if (state.background.isBlank()) {
          return state.strokes;
        }
      }
    }
    return AppendList.empty();
  }

  boolean isBlank() {
    return current.strokes.isEmpty() && current.background.isBlank();
  }

  void add(Stroke stroke) {
    change(new State(current.background, current.strokes.append(stroke)));
  }

  void clear() {
    change(State.BLANK);
  }

  /** Replaces everything by strokes. */
  void replaceBy(List<Stroke> strokes) {
    change(new State(DigitImage.BLANK, AppendList.copyOf(strokes)));
  }

  /** Replaces everything by an image. */
  void placeImage(DigitImage background) {
    change(new State(background, AppendList.empty()));
  }

  /**
   * Inserts strokes before everything that was done so far, as if they had been drawn first, one
   * after the other. They do not appear in states after a clear, nor on images.
   *
   * @param beneath strokes that the image has replaced
   * @param background the image under the strokes; blank where there is none
   */
  void prepend(List<Stroke> beneath, DigitImage background, List<Stroke> strokes) {
    int undone = redoStack.size();
    while (canRedo()) {
      redo();
    }
    while (canUndo()) {
      undo();
    }
    List<State> later = List.copyOf(redoStack);
    beneath.forEach(this::add);
    if (!background.isBlank()) {
      placeImage(background);
    }
    strokes.forEach(this::add);
    boolean continued = true;
    AppendList<Stroke> before = AppendList.empty();
    for (State state : later) {
      boolean longer = state.strokes.size() == before.size() + 1;
      continued &= longer && state.background.isBlank();
      if (continued) {
        add(state.strokes.get(before.size()));
      } else {
        change(state);
      }
      before = state.strokes;
    }
    for (int i = 0; i < undone; i++) {
      undo();
    }
  }

  boolean canUndo() {
    return !undoStack.isEmpty();
  }

  boolean canRedo() {
    return !redoStack.isEmpty();
  }

  void undo() {
    if (canUndo()) {
      redoStack.push(current);
      current = undoStack.pop();
    }
  }

  void redo() {
    if (canRedo()) {
      undoStack.push(current);
      current = redoStack.pop();
    }
  }

  private void change(State next) {
    undoStack.push(current);
    redoStack.clear();
    current = next;
  }
}
