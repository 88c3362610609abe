package org.digitpad.ui.pad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.digitpad.ink.AppendList;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Stroke;

/**
 * The finished strokes and the background image, with undo and redo of any number of changes. It
 * keeps what a change has added and removed, not the drawings before and after it, so that its
 * memory grows with what was done and not with its square.
 */
final class UndoHistory {
  private record State(DigitImage background, AppendList<Stroke> strokes) {
    private static final State BLANK = new State(DigitImage.BLANK, AppendList.empty());
  }

  private sealed interface Change {
    State applyTo(State before);

    State revertFrom(State after);
  }

  /** Strokes, from one index on, were replaced by others. */
  private record Edit(int index, List<Stroke> removed, List<Stroke> inserted) implements Change {
    @Override
    public State applyTo(State before) {
      return splice(before, removed.size(), inserted);
    }

    @Override
    public State revertFrom(State after) {
      return splice(after, inserted.size(), removed);
    }

    private State splice(State state, int count, List<Stroke> replacement) {
      AppendList<Stroke> strokes = state.strokes.prefix(index);
      List<Stroke> rest = state.strokes.subList(index + count, state.strokes.size());
      if (rest.isEmpty()) {
        // the usual case, in which the strokes before stay shared
        for (Stroke stroke : replacement) {
          strokes = strokes.append(stroke);
        }
      } else {
        List<Stroke> all = new ArrayList<>(strokes);
        all.addAll(replacement);
        all.addAll(rest);
        strokes = AppendList.copyOf(all);
      }
      return new State(state.background, strokes);
    }
  }

  /** Everything was replaced. */
  private record Replacement(State before, State after) implements Change {
    @Override
    public State applyTo(State state) {
      return after;
    }

    @Override
    public State revertFrom(State state) {
      return before;
    }
  }

  private final Deque<Change> undoStack = new ArrayDeque<>();
  private final Deque<Change> redoStack = new ArrayDeque<>();
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
      for (Change change : undoStack) {
        if (change instanceof Replacement replaced && replaced.before.background.isBlank()) {
          return replaced.before.strokes;
        }
      }
    }
    return AppendList.empty();
  }

  boolean isBlank() {
    return current.strokes.isEmpty() && current.background.isBlank();
  }

  void add(Stroke stroke) {
    change(new Edit(current.strokes.size(), List.of(), List.of(stroke)));
  }

  /** Replaces the strokes by others, which usually share most of them; the image stays. */
  void edit(List<Stroke> next) {
    List<Stroke> before = current.strokes;
    int most = Math.min(before.size(), next.size());
    int start = 0;
    while (start < most && before.get(start) == next.get(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - 1 - end) == next.get(next.size() - 1 - end)) {
      end++;
    }
    List<Stroke> removed = List.copyOf(before.subList(start, before.size() - end));
    List<Stroke> inserted = List.copyOf(next.subList(start, next.size() - end));
    if (!removed.isEmpty() || !inserted.isEmpty()) {
      change(new Edit(start, removed, inserted));
    }
  }

  void clear() {
    change(new Replacement(current, State.BLANK));
  }

  /** Replaces everything by an image. */
  void placeImage(DigitImage background) {
    change(new Replacement(current, new State(background, AppendList.empty())));
  }

  /** Replaces everything by strokes. */
  void replace(List<Stroke> strokes) {
    change(new Replacement(current, new State(DigitImage.BLANK, AppendList.copyOf(strokes))));
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
    while (canUndo()) {
      undo();
    }
    List<Change> later = List.copyOf(redoStack);
    beneath.forEach(this::add);
    if (!background.isBlank()) {
      placeImage(background);
    }
    strokes.forEach(this::add);
    int offset = current.strokes.size();
    for (Change change : later) {
      if (change instanceof Edit edit) {
        change(new Edit(edit.index + offset, edit.removed, edit.inserted));
      } else if (change instanceof Replacement replaced) {
        change(new Replacement(current, replaced.after));
        offset = 0;
      }
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
      Change change = undoStack.pop();
      redoStack.push(change);
      current = change.revertFrom(current);
    }
  }

  void redo() {
    if (canRedo()) {
      Change change = redoStack.pop();
      undoStack.push(change);
      current = change.applyTo(current);
    }
  }

  private void change(Change next) {
    undoStack.push(next);
    redoStack.clear();
    current = next.applyTo(current);
  }
}
