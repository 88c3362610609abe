package org.digitpad.ui.draw;

import java.util.Optional;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ui.pad.SavedCanvas;

/** Keeps the draft in memory. */
public final class InMemoryDraftStore implements DraftStore {
  private volatile SavedCanvas draft;

  public InMemoryDraftStore(Drawing draft) {
    this.draft = new SavedCanvas(new CanvasContent(draft));
  }

  @Override
  public Restored load() {
    return new Restored(Optional.of(draft), "");
  }

  @Override
  public void save(SavedCanvas content) {
    draft = content;
  }

  public Drawing draft() {
    return draft.content().drawing();
  }
}
