package org.digitpad.ui.pad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Stroke;

/** The finished strokes and the background image, with undo and redo. */
final class UndoHistory {
  private record State(DigitImage background, List<Stroke> strokes) {
    private static final State BLANK = new State(DigitImage.BLANK, List.of());
  }

  private final Deque<State> undoStack = new ArrayDeque<>();
  private final Deque<State> redoStack = new ArrayDeque<>();
  private State current = State.BLANK;

  /** The finished strokes. */
  List<Stroke> strokes() {
    return current.strokes;
  }

  /** The image under the strokes; blank where there is none. */
  DigitImage background() {
    return current.background;
  }

  boolean isBlank() {
    return current.equals(State.BLANK);
  }

  void add(Stroke stroke) {
    List<Stroke> longer = new ArrayList<>(current.strokes);
    longer.add(stroke);
    change(new State(current.background, List.copyOf(longer)));
  }

  void clear() {
    change(State.BLANK);
  }

  /** Replaces everything by an image. */
  void placeImage(DigitImage background) {
    change(new State(background, List.of()));
  }

  /**
   * Inserts strokes before everything that was done so far, as if they had been drawn first, one
   * after the other. They do not appear in states after a clear, nor on images.
   */
  void prepend(List<Stroke> strokes) {
    int undone = redoStack.size();
    while (canRedo()) {
      redo();
    }
    while (canUndo()) {
      undo();
    }
    List<State> later = List.copyOf(redoStack);
    strokes.forEach(this::add);
    List<Stroke> prefix = strokes;
    for (State state : later) {
      boolean fresh = state.strokes.isEmpty() || !state.background.isBlank();
      prefix = fresh ? List.of() : prefix;
      List<Stroke> both = new ArrayList<>(prefix);
      both.addAll(state.strokes);
      change(new State(state.background, List.copyOf(both)));
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
