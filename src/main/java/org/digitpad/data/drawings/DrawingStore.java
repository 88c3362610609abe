package org.digitpad.data.drawings;

import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps drawings between sessions. All methods may be slow. */
public interface DrawingStore {
  /**
   * The drawings that are kept now.
   *
   * @param drawings the newest first
   * @param note a sentence on what happened to those that were kept before; empty if nothing did
   */
  record Content(List<KeptDrawing> drawings, String note) {
    public Content {
      drawings = List.copyOf(drawings);
    }
  }

  /** Returns the drawings that are kept; none with a note if they cannot be read. */
  Content load();

  /**
   * Changes the drawings that are kept. Changes of other windows stay.
   *
   * @param change gets the drawings that are kept at the moment
   * @return what is kept then
   * @throws java.io.UncheckedIOException if nothing was changed, with a sentence for the user
   */
  Content update(UnaryOperator<List<KeptDrawing>> change);
}
