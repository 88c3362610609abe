package org.digitpad.ui.draw;

import java.util.Optional;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;

/** Keeps the draft in memory. */
public final class InMemoryDraftStore implements DraftStore {
  private volatile CanvasContent draft;

  public InMemoryDraftStore(Drawing draft) {
    this.draft = new CanvasContent(draft);
  }

  @Override
  public Restored load() {
    return new Restored(Optional.of(draft), "");
  }

  @Override
  public void save(CanvasContent content) {
    draft = content;
  }

  public Drawing draft() {
    return draft.drawing();
  }
}
