package org.digitpad.data.drawings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keeps drawings in memory. */
public final class InMemoryDrawingStore implements DrawingStore {
  private List<KeptDrawing> drawings;
  private volatile String failure = "";

  public InMemoryDrawingStore(KeptDrawing... drawings) {
    this.drawings = List.of(drawings);
  }

  /** Lets all changes fail with a sentence from now on; an empty one ends this. */
  public void fail(String sentence) {
    failure = sentence;
  }

  public synchronized List<KeptDrawing> drawings() {
    return drawings;
  }

  @Override
  public synchronized Content load() {
    return new Content(drawings, "");
  }

  @Override
  public synchronized Content update(UnaryOperator<List<KeptDrawing>> change) {
    if (!failure.isEmpty()) {
      throw new UncheckedIOException(failure, new IOException(failure));
    }
    drawings = change.apply(drawings);
    return new Content(drawings, "");
  }
}
