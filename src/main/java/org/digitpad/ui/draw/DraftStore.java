package org.digitpad.ui.draw;

import java.util.Optional;
import org.digitpad.ink.Drawing;

/**
 * Keeps the drawing on the paper from one start to the next. Both methods may be slow and are only
 * called on a background thread, one at a time; both may throw, which loses no more than the draft.
 */
public interface DraftStore {
  Optional<Drawing> load();

  void save(Drawing drawing);
}
