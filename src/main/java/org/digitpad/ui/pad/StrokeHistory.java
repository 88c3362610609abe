package org.digitpad.ui.pad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.digitpad.ink.Stroke;

/** The finished strokes on the paper, with the way back and forth through what was done to them. */
final class StrokeHistory {
  private final Deque<List<Stroke>> past = new ArrayDeque<>();
  private final Deque<List<Stroke>> future = new ArrayDeque<>();
  private List<Stroke> now = List.of();

  List<Stroke> strokes() {
    return now;
  }

  void add(Stroke stroke) {
    List<Stroke> longer = new ArrayList<>(now);
    longer.add(stroke);
    change(List.copyOf(longer));
  }

  void clear() {
    change(List.of());
  }

  /**
   * Lays strokes under all that was done so far, as if they had been drawn before, one after the
   * other. What was cleared since stays clear.
   */
  void putUnder(List<Stroke> strokes) {
    int undone = future.size();
    while (canRedo()) {
      redo();
    }
    while (canUndo()) {
      undo();
    }
    List<List<Stroke>> later = List.copyOf(future);
    strokes.forEach(this::add);
    List<Stroke> under = strokes;
    for (List<Stroke> state : later) {
      under = state.isEmpty() ? List.of() : under;
      List<Stroke> both = new ArrayList<>(under);
      both.addAll(state);
      change(List.copyOf(both));
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

  private void change(List<Stroke> next) {
    past.push(now);
    future.clear();
    now = next;
  }
}
