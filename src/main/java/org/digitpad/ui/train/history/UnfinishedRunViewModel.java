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

/** The run that was broken off and can go on. */
public final class UnfinishedRunViewModel {
  private final RunStore store;
  private final Executor background;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<@Nullable UnfinishedRun> run =
      new ReadOnlyObjectWrapper<>(this, "run");

  /**
   * @param store where the runs are
   * @param background runs what is slow
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

  /** Looks for it anew. */
  public void look() {
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

  /** Gives it up. */
  public void discard() {
    UnfinishedRun given = run.get();
    if (given != null) {
      background.execute(
          () -> {
            try {
              given.discard();
            } catch (IOException cause) {
              LoggerFactory.getLogger(UnfinishedRunViewModel.class).warn("cannot discard", cause);
            }
            ui.execute(this::look);
          });
    }
  }
}
