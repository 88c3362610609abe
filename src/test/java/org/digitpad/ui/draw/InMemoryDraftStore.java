package org.digitpad.ui.draw;

import java.util.Optional;
import org.digitpad.ink.Drawing;

/** Keeps the draft in memory. */
public final class InMemoryDraftStore implements DraftStore {
  private volatile Drawing kept;

  public InMemoryDraftStore(Drawing kept) {
    this.kept = kept;
  }

  @Override
  public Optional<Drawing> load() {
    return Optional.of(kept);
  }

  @Override
  public void save(Drawing drawing) {
    kept = drawing;
  }

  public Drawing kept() {
    return kept;
  }
}
