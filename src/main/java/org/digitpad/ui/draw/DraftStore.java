package org.digitpad.ui.draw;

import java.util.Optional;
import org.digitpad.ui.pad.SavedCanvas;

/**
 * Saves the content of the canvas between sessions. Both methods may be slow, and are only called
 * on a background thread, one at a time: first {@link #load}, once.
 */
public interface DraftStore {
  /**
   * What an earlier session left.
   *
   * @param content the content of the canvas; empty if there is none
   * @param note a sentence for the user if it is not what was saved last; empty otherwise
   */
  record Restored(Optional<SavedCanvas> content, String note) {}

  Restored load();

  /**
   * Saves the content.
   *
   * @throws java.io.UncheckedIOException if it cannot be saved, with a reason for the user
   */
  void save(SavedCanvas content);
}
