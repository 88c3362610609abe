package org.digitpad.ui.train.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.train.UnfinishedRun;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The run that was interrupted and can be resumed. */
public final class UnfinishedRunViewModel {
  private final RunStore store;
  private final Executor background;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<@Nullable UnfinishedRun> run =
      new ReadOnlyObjectWrapper<>(this, "run");

  /**
   * @param store finds the run
   * @param background runs slow tasks
   * @param ui runs a task on the UI thread
   */
  public UnfinishedRunViewModel(RunStore store, Executor background, Executor ui) {
    this.store = store;
    this.background = background;
    this.ui = ui;
  }

  /** The run; null if there is none. */
  public ReadOnlyObjectProperty<@Nullable UnfinishedRun> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** Looks for the run again. */
  public void refresh() {
    background.execute(
        () -> {
          List<UnfinishedRun> found = new ArrayList<>();
          try {
            found.addAll(store.unfinished());
          } catch (IOException | RuntimeException cause) {
            LoggerFactory.getLogger(UnfinishedRunViewModel.class)
                .warn("cannot look for runs", cause);
          }
          ui.execute(() -> run.set(found.isEmpty() ? null : found.get(0)));
        });
  }

  /** Deletes the run. */
  public void discard() {
    UnfinishedRun discarded = run.get();
    if (discarded != null) {
      background.execute(
          () -> {
            try {
              discarded.discard();
            } catch (IOException cause) {
              LoggerFactory.getLogger(UnfinishedRunViewModel.class).warn("cannot discard", cause);
            }
            ui.execute(this::refresh);
          });
    }
  }
}
