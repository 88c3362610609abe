package org.digitpad.ui.draw;

import java.util.Optional;
import org.digitpad.ink.Drawing;

/**
 * Saves the drawing between sessions. Both methods may be slow, and are only called on a background
 * thread, one at a time. Exceptions are logged and lose no more than the draft.
 */
public interface DraftStore {
  Optional<Drawing> load();

  void save(Drawing drawing);
}
