package org.digitpad.ui.draw;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.digitpad.i18n.Messages;
import org.digitpad.io.FileErrors;
import org.digitpad.ui.pad.SavedCanvas;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Saves the content of the canvas in the background. If several contents wait to be saved, only the
 * last one is. What could not be saved is tried again after some seconds, and by {@link #flush}.
 */
public final class DraftAutosave {
  private static final long RETRY_SECONDS = 5;

  private final DraftStore store;
  private final Executor background;
  private final Consumer<String> onSaved;
  private final AtomicReference<@Nullable SavedCanvas> pending = new AtomicReference<>();
  private volatile boolean restoring;

  /** Whether the last attempt failed, and the content waits for another one. */
  private volatile boolean failed;

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
   * Loads the draft. Nothing is saved until it has been handed over, so that it is not lost if the
   * user draws meanwhile.
   *
   * @param ui runs a task on the UI thread
   * @param found receives there what was found
   */
  public void restore(Executor ui, Consumer<DraftStore.Restored> found) {
    restoring = true;
    background.execute(
        () -> {
          DraftStore.Restored restored = load();
          ui.execute(
              () -> {
                try {
                  found.accept(restored);
                } finally {
                  restoring = false;
                  if (pending.get() != null) {
                    background.execute(this::save);
                  }
                }
              });
        });
  }

  private DraftStore.Restored load() {
    try {
      return store.load();
    } catch (RuntimeException | Error cause) { // drawings must be saved from now on in any case
      LoggerFactory.getLogger(DraftAutosave.class).warn("cannot restore the last drawing", cause);
      return new DraftStore.Restored(
          Optional.empty(),
          Messages.get("ui.draw.draft.notRestored", Messages.part(FileErrors.reason(cause))));
    }
  }

  /** Saves a content in the background; returns at once. */
  public void submit(SavedCanvas content) {
    boolean saving = pending.getAndSet(content) != null && !failed;
    if (!saving && !restoring) {
      background.execute(this::save);
    }
  }

  /** Tries once more what could not be saved; to be called before the window closes. */
  public void flush() {
    if (failed) {
      background.execute(this::save);
    }
  }

  private void save() {
    SavedCanvas content = pending.getAndSet(null);
    if (content == null) {
      return;
    }
    try {
      failed = false;
      store.save(content);
      onSaved.accept("");
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(DraftAutosave.class).warn("cannot save the drawing", cause);
      onSaved.accept(Messages.get("ui.draw.draft.notSaved", Messages.part(cause.getMessage())));
      // unless there is a newer one
      if (pending.compareAndSet(null, content)) {
        failed = true;
        CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS, background)
            .execute(this::save);
      }
    }
  }
}
