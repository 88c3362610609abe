package org.digitpad.ui.draw;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.digitpad.ink.Drawing;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Keeps drafts off the UI thread. Of several drawings that wait to be saved only the last one is.
 */
public final class DraftAutosave {
  private final DraftStore store;
  private final Executor background;
  private final Consumer<String> fault;
  private final AtomicReference<@Nullable Drawing> waiting = new AtomicReference<>();

  /**
   * @param store where drafts are
   * @param background runs tasks one after the other
   * @param fault told after each saving, in the background, why it failed; empty if it did not
   */
  public DraftAutosave(DraftStore store, Executor background, Consumer<String> fault) {
    this.store = store;
    this.background = background;
    this.fault = fault;
  }

  /**
   * Looks for a draft.
   *
   * @param found told of it, if there is one, by way of {@code ui}
   */
  public void restore(Executor ui, Consumer<Drawing> found) {
    background.execute(
        () -> {
          try {
            store.load().ifPresent(drawing -> ui.execute(() -> found.accept(drawing)));
          } catch (RuntimeException cause) {
            warn("the last drawing could not be restored", cause);
          }
        });
  }

  /** Saves a drawing soon; returns at once. */
  public void keep(Drawing drawing) {
    if (waiting.getAndSet(drawing) == null) {
      background.execute(this::save);
    }
  }

  private void save() {
    Drawing drawing = waiting.getAndSet(null);
    if (drawing == null) {
      return;
    }
    try {
      store.save(drawing);
      fault.accept("");
    } catch (RuntimeException cause) {
      warn("the drawing could not be kept", cause);
      fault.accept("Your drawing is not kept for the next start: " + cause.getMessage());
    }
  }

  private static void warn(String what, RuntimeException cause) {
    LoggerFactory.getLogger(DraftAutosave.class).warn("{}: {}", what, cause.toString());
  }
}
