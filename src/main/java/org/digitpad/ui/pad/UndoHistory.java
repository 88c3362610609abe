package org.digitpad.ui.pad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Stroke;

/** What lies on the paper, with the way back and forth through what was done to it. */
final class UndoHistory {
  private record State(DigitImage ground, List<Stroke> strokes) {
    private static final State BLANK = new State(DigitImage.BLANK, List.of());
  }

  private final Deque<State> past = new ArrayDeque<>();
  private final Deque<State> future = new ArrayDeque<>();
  private State now = State.BLANK;

  /** The finished strokes. */
  List<Stroke> strokes() {
    return now.strokes;
  }

  /** The image under them; blank for plain paper. */
  DigitImage ground() {
    return now.ground;
  }

  boolean isBlank() {
    return now.equals(State.BLANK);
  }

  void add(Stroke stroke) {
    List<Stroke> longer = new ArrayList<>(now.strokes);
    longer.add(stroke);
    change(new State(now.ground, List.copyOf(longer)));
  }

  void clear() {
    change(State.BLANK);
  }

  /** Puts an image on a fresh sheet. */
  void lay(DigitImage ground) {
    change(new State(ground, List.of()));
  }

  /**
   * Lays strokes under all that was done so far, as if they had been drawn before, one after the
   * other. What was cleared since stays clear, and fresh sheets with an image stay free of them.
   */
  void putUnder(List<Stroke> strokes) {
    int undone = future.size();
    while (canRedo()) {
      redo();
    }
    while (canUndo()) {
      undo();
    }
    List<State> later = List.copyOf(future);
    strokes.forEach(this::add);
    List<Stroke> under = strokes;
    for (State state : later) {
      boolean fresh = state.strokes.isEmpty() || !state.ground.isBlank();
      under = fresh ? List.of() : under;
      List<Stroke> both = new ArrayList<>(under);
      both.addAll(state.strokes);
      change(new State(state.ground, List.copyOf(both)));
    }
    for (int i = 0; i < undone; i++) {
      undo();
    }
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  void undo() {
    if (canUndo()) {
      future.push(now);
      now = past.pop();
    }
  }

  void redo() {
    if (canRedo()) {
      past.push(now);
      now = future.pop();
    }
  }

  private void change(State next) {
    past.push(now);
    future.clear();
    now = next;
  }
}
