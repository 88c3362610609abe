package org.digitpad.data.mydrawings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitpad.ink.Stroke;

/**
 * The rules for lists of a person's drawings: no blank ones, none twice, the newest first, and a
 * limit.
 */
public final class MyDrawings {
  /** The most that all drawings may take together, in points: about 15,000 drawings. */
  public static final int MAX_SIZE = 1_000_000;

  /**
   * What a drawing and each stroke count in points, by the memory that they take. Not less than for
   * the limit of a strokes file, which could not be read again otherwise.
   */
  private static final int DRAWING_SIZE = 8;

  private static final int STROKE_SIZE = 3;

  private static final Comparator<MyDrawing> NEWEST_FIRST =
      Comparator.comparing(MyDrawing::date).reversed();

  private MyDrawings() {}

  /**
   * Adds drawings. One whose strokes are there already replaces the one that is there. Blank ones,
   * and those for which there is no room, are left out.
   */
  public static List<MyDrawing> with(List<MyDrawing> kept, Collection<MyDrawing> added) {
    Map<String, MyDrawing> all = new LinkedHashMap<>();
    int size = 0;
    for (MyDrawing drawing : kept) {
      all.put(drawing.id(), drawing);
      size += size(drawing);
    }
    List<MyDrawing> fresh = new ArrayList<>();
    for (MyDrawing drawing : added) {
      if (all.containsKey(drawing.id())) {
        all.put(drawing.id(), drawing);
      } else if (!drawing.drawing().isBlank() && size + size(drawing) <= MAX_SIZE) {
        all.put(drawing.id(), drawing);
        size += size(drawing);
        fresh.add(drawing);
      }
    }
    // of the same second, too, the newest are to be the first
    List<MyDrawing> changed = new ArrayList<>();
    for (MyDrawing drawing : fresh) {
      changed.add(all.remove(drawing.id()));
    }
    changed.addAll(all.values());
    changed.sort(NEWEST_FIRST);
    return List.copyOf(changed);
  }

  /** Gives drawings another label; those that are not there are left out. */
  public static List<MyDrawing> relabeled(List<MyDrawing> kept, Set<String> ids, int label) {
    return kept.stream()
        .map(drawing -> ids.contains(drawing.id()) ? drawing.withLabel(label) : drawing)
        .toList();
  }

  /** Removes drawings, as far as they are there. */
  public static List<MyDrawing> without(List<MyDrawing> kept, Set<String> ids) {
    return kept.stream().filter(drawing -> !ids.contains(drawing.id())).toList();
  }

  /** The ids of drawings. */
  public static Set<String> ids(Collection<MyDrawing> drawings) {
    return drawings.stream().map(MyDrawing::id).collect(Collectors.toSet());
  }

  private static int size(MyDrawing drawing) {
    int size = DRAWING_SIZE;
    for (Stroke stroke : drawing.drawing().strokes()) {
      size += STROKE_SIZE + stroke.points().size();
    }
    return size;
  }
}
