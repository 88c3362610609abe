package org.digitpad.data.drawings;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules for what is kept: no blank drawings, none twice, a drawing that was continued in place
 * of what it was before, and a limited number. Lists begin with the newest drawing.
 */
public final class KeptDrawings {
  /** The most drawings that are kept. */
  public static final int MAX_COUNT = 200;

  /** The largest drawing that is kept, in points: an hour of drawing without a pause. */
  public static final int MAX_DRAWING_SIZE = 100_000;

  /** The most that all drawings may take together, in points. */
  static final int MAX_SIZE = 300_000;

  private KeptDrawings() {}

  /** Whether a drawing is too large to be kept. */
  public static boolean isTooLarge(KeptDrawing drawing) {
    return drawing.size() > MAX_DRAWING_SIZE;
  }

  /**
   * Adds a drawing as the newest one, unless it is blank, too large or there already. It replaces
   * those that it continues. What is too much then is left out, the oldest first.
   */
  public static List<KeptDrawing> with(List<KeptDrawing> kept, KeptDrawing added) {
    if (added.drawing().isBlank() || isTooLarge(added) || contains(kept, added)) {
      return kept;
    }
    List<KeptDrawing> changed = new ArrayList<>();
    changed.add(added);
    kept.stream().filter(old -> !added.continues(old)).forEach(changed::add);
    return limit(changed);
  }

  /** Removes a drawing, if it is there. */
  public static List<KeptDrawing> without(List<KeptDrawing> kept, KeptDrawing removed) {
    return kept.stream().filter(each -> !isSame(each, removed)).toList();
  }

  /** Puts a drawing that was removed back to its place, counted from 0, unless it is there. */
  public static List<KeptDrawing> withAt(List<KeptDrawing> kept, int place, KeptDrawing restored) {
    if (contains(kept, restored)) {
      return kept;
    }
    List<KeptDrawing> changed = new ArrayList<>(kept);
    changed.add(Math.min(place, changed.size()), restored);
    return limit(changed);
  }

  private static boolean contains(List<KeptDrawing> kept, KeptDrawing drawing) {
    return kept.stream().anyMatch(each -> isSame(each, drawing));
  }

  /** What a drawing was read as may change with the model. */
  private static boolean isSame(KeptDrawing one, KeptDrawing other) {
    return one.drawing().equals(other.drawing());
  }

  private static List<KeptDrawing> limit(List<KeptDrawing> drawings) {
    int size = 0;
    int count = 0;
    while (count < Math.min(drawings.size(), MAX_COUNT)) {
      size += drawings.get(count).size();
      if (size > MAX_SIZE) {
        break;
      }
      count++;
    }
    return List.copyOf(drawings.subList(0, count));
  }
}
