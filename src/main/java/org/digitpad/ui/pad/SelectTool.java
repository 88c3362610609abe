package org.digitpad.ui.pad;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;
import org.jspecify.annotations.Nullable;

/**
 * Selects strokes and moves them. A press on a stroke selects it, a drag from an empty place
 * selects the strokes that lie wholly in the rectangle, and a drag of what is selected moves it, as
 * far as it stays on the canvas.
 */
public final class SelectTool {
  /** How far beside its ink a stroke can be pressed, in canvas units. */
  private static final double TOLERANCE = 4;

  private final ReadOnlyObjectWrapper<List<Stroke>> selection =
      new ReadOnlyObjectWrapper<>(this, "selection", List.of());
  private final ReadOnlyObjectWrapper<Optional<StrokeBounds>> frame =
      new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
  private final Consumer<List<Stroke>> edit;

  /** All strokes as they are now. */
  private List<Stroke> strokes = List.of();

  /** Indices of the selected strokes. */
  private BitSet selected = new BitSet();

  /** Where the drag began. */
  private @Nullable InkPoint start;

  /** The strokes before the move in progress. */
  private @Nullable List<Stroke> unmoved;

  private double movedX;
  private double movedY;

  /** What was selected when the rectangle was begun, and stays so. */
  private BitSet kept = new BitSet();

  /**
   * @param edit receives all strokes while some are moved
   */
  SelectTool(Consumer<List<Stroke>> edit) {
    this.edit = edit;
  }

  /** The selected strokes, oldest first; none if there is no selection. */
  public ReadOnlyObjectProperty<List<Stroke>> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** The rectangle that is being dragged, if there is one. */
  ReadOnlyObjectProperty<Optional<StrokeBounds>> frameProperty() {
    return frame.getReadOnlyProperty();
  }

  public boolean isEmpty() {
    return selected.isEmpty();
  }

  /** Whether a press at a place would move strokes. */
  boolean canMove(double x, double y) {
    InkPoint place = new InkPoint(x, y);
    return strokeAt(place) >= 0 || isInSelection(place);
  }

  /**
   * Begins to move what is selected at a place or becomes so, or else to drag a rectangle.
   *
   * @param extend whether what is selected stays selected; a selected stroke is then deselected
   */
  void press(double x, double y, boolean extend) {
    InkPoint place = new InkPoint(x, y);
    int stroke = strokeAt(place);
    start = place;
    if (stroke >= 0 && extend) {
      BitSet changed = copy(selected);
      changed.flip(stroke);
      select(changed);
    } else if (stroke >= 0 && !selected.get(stroke)) {
      BitSet one = new BitSet();
      one.set(stroke);
      select(one);
    }
    if (stroke >= 0 ? selected.get(stroke) : !extend && isInSelection(place)) {
      beginMove();
    } else if (stroke < 0) {
      kept = extend ? copy(selected) : new BitSet();
      select(kept);
      frame.set(Optional.of(StrokeBounds.between(place, place)));
    }
  }

  void drag(double x, double y) {
    InkPoint from = start;
    if (from == null) {
      return;
    }
    if (unmoved != null) {
      moveTo(x - from.x(), y - from.y());
    } else if (frame.get().isPresent()) {
      StrokeBounds rectangle = StrokeBounds.between(from, new InkPoint(x, y));
      BitSet within = copy(kept);
      for (int i = 0; i < strokes.size(); i++) {
        if (!strokes.get(i).points().isEmpty()
            && rectangle.contains(StrokeBounds.of(List.of(strokes.get(i))))) {
          within.set(i);
        }
      }
      select(within);
      frame.set(Optional.of(rectangle));
    }
  }

  /** Moves what is selected by a distance, which adds to that of a move in progress. */
  void nudge(double x, double y) {
    if (unmoved == null) {
      beginMove();
    }
    moveTo(movedX + x, movedY + y);
  }

  /** Ends the drag or move. */
  void release() {
    start = null;
    unmoved = null;
    frame.set(Optional.empty());
  }

  /** Selects the strokes from an index on. */
  void selectFrom(int index) {
    BitSet all = new BitSet();
    all.set(index, strokes.size());
    select(all);
  }

  void clear() {
    select(new BitSet());
  }

  /** Returns all strokes without those that are selected. */
  List<Stroke> unselected() {
    return IntStream.range(0, strokes.size())
        .filter(index -> !selected.get(index))
        .mapToObj(strokes::get)
        .toList();
  }

  /** Takes the strokes as they are now. If selected ones are no longer there, none is selected. */
  void update(List<Stroke> now) {
    strokes = now;
    List<Stroke> shown = selection.get();
    int index = -1;
    for (Stroke stroke : shown) {
      index = selected.nextSetBit(index + 1);
      if (index >= now.size() || now.get(index) != stroke) {
        clear();
        return;
      }
    }
  }

  private void beginMove() {
    unmoved = strokes;
    movedX = 0;
    movedY = 0;
  }

  private void moveTo(double x, double y) {
    List<Stroke> before = unmoved;
    if (before == null) {
      return;
    }
    StrokeBounds bounds = StrokeBounds.of(selected.stream().mapToObj(before::get).toList());
    movedX = clamp(x, bounds.left(), bounds.right());
    movedY = clamp(y, bounds.top(), bounds.bottom());
    List<Stroke> moved = before;
    if (movedX != 0 || movedY != 0) {
      moved = new ArrayList<>(before);
      for (int i = selected.nextSetBit(0); i >= 0; i = selected.nextSetBit(i + 1)) {
        moved.set(i, moved(before.get(i)));
      }
    }
    strokes = moved;
    select(selected);
    edit.accept(moved);
  }

  /** Limits a move so that what is on the canvas stays there. */
  private static double clamp(double distance, double from, double to) {
    double least = Math.min(0, -from);
    double most = Math.max(0, PadViewModel.SIDE - to);
    return Math.max(least, Math.min(most, distance));
  }

  private Stroke moved(Stroke stroke) {
    return new Stroke(
        stroke.points().stream()
            .map(point -> new InkPoint(point.x() + movedX, point.y() + movedY))
            .toList(),
        stroke.penWidth());
  }

  private void select(BitSet indices) {
    selected = indices;
    selection.set(indices.stream().mapToObj(strokes::get).toList());
  }

  /** Returns the newest stroke at a place, or -1. */
  private int strokeAt(InkPoint place) {
    StrokeEraser tip = new StrokeEraser(place, place, TOLERANCE);
    for (int i = strokes.size() - 1; i >= 0; i--) {
      if (tip.touches(strokes.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isInSelection(InkPoint place) {
    return !selected.isEmpty() && StrokeBounds.ofInk(selection.get()).contains(place);
  }

  private static BitSet copy(BitSet set) {
    return (BitSet) set.clone();
  }
}
