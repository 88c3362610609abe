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

  /** Starts anew with these strokes, as if they had been drawn one after the other. */
  void restart(List<Stroke> strokes) {
    past.clear();
    now = List.of();
    strokes.forEach(this::add);
    future.clear();
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
