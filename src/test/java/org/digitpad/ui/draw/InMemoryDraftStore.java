package org.digitpad.ui.draw;

import java.util.Optional;
import org.digitpad.ink.Drawing;

/** Keeps the draft in memory. */
public final class InMemoryDraftStore implements DraftStore {
  private volatile Drawing draft;

  public InMemoryDraftStore(Drawing draft) {
    this.draft = draft;
  }

  @Override
  public Optional<Drawing> load() {
    return Optional.of(draft);
  }

  @Override
  public void save(Drawing drawing) {
    draft = drawing;
  }

  public Drawing draft() {
    return draft;
  }
}
