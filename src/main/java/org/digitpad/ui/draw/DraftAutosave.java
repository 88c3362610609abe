package org.digitpad.ui.draw;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Saves the drawing in the background. If several drawings wait to be saved, only the last one is.
 */
public final class DraftAutosave {
  private final DraftStore store;
  private final Executor background;
  private final Consumer<String> onSaved;
  private final AtomicReference<@Nullable Drawing> pending = new AtomicReference<>();

  /**
   * @param store where the draft is saved
   * @param background runs tasks one after the other
   * @param onSaved called in the background after each attempt to save, with the reason if it
   *     failed, or an empty string
   */
  public DraftAutosave(DraftStore store, Executor background, Consumer<String> onSaved) {
    this.store = store;
    this.background = background;
    this.onSaved = onSaved;
  }

  /**
   * Loads the draft.
   *
   * @param ui runs a task on the UI thread
   * @param found receives the draft there, if there is one
   */
  public void restore(Executor ui, Consumer<Drawing> found) {
    background.execute(
        () -> {
          try {
            store.load().ifPresent(drawing -> ui.execute(() -> found.accept(drawing)));
          } catch (RuntimeException cause) {
            LoggerFactory.getLogger(DraftAutosave.class)
                .warn("cannot restore the last drawing: {}", cause.toString());
          }
        });
  }

  /** Saves a drawing in the background; returns at once. */
  public void submit(Drawing drawing) {
    if (pending.getAndSet(drawing) == null) {
      background.execute(this::save);
    }
  }

  private void save() {
    Drawing drawing = pending.getAndSet(null);
    if (drawing == null) {
      return;
    }
    try {
      store.save(drawing);
      onSaved.accept("");
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(DraftAutosave.class)
          .warn("cannot save the drawing: {}", cause.toString());
      onSaved.accept(Messages.get("ui.draw.draft.notSaved", Messages.part(cause.getMessage())));
    }
  }
}
