package org.digitpad.ui.train.history;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.train.UnfinishedRuns;
import org.digitpad.train.UnusableCheckpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The first run that was interrupted and can be resumed, and the first that cannot. */
public final class UnfinishedRunViewModel {
  private final RunStore store;
  private final Executor background;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<@Nullable UnfinishedRun> run =
      new ReadOnlyObjectWrapper<>(this, "run");
  private final ReadOnlyObjectWrapper<@Nullable UnusableCheckpoint> unusable =
      new ReadOnlyObjectWrapper<>(this, "unusable");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  /** A task that may fail on files. */
  @FunctionalInterface
  private interface FileTask {
    void run() throws IOException;
  }

  /**
   * @param store finds the runs
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

  /** A checkpoint that no run can go on from; null if there is none. */
  public ReadOnlyObjectProperty<@Nullable UnusableCheckpoint> unusableProperty() {
    return unusable.getReadOnlyProperty();
  }

  /** One sentence that says why the last action failed; empty if it did not. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Looks for the runs again. */
  public void refresh() {
    background.execute(
        () -> {
          UnfinishedRuns found = find();
          ui.execute(
              () -> {
                run.set(first(found.resumable()));
                unusable.set(first(found.unusable()));
              });
        });
  }

  private UnfinishedRuns find() {
    try {
      return store.unfinished();
    } catch (IOException | RuntimeException cause) {
      LoggerFactory.getLogger(UnfinishedRunViewModel.class).warn("cannot look for runs", cause);
      return new UnfinishedRuns(List.of(), List.of());
    }
  }

  private static <T> @Nullable T first(List<T> found) {
    return found.isEmpty() ? null : found.get(0);
  }

  /** Deletes the run. */
  public void discard() {
    UnfinishedRun discarded = run.get();
    if (discarded != null) {
      inBackground(discarded::discard);
    }
  }

  /** Renames the unusable checkpoint, so that it is not shown again. */
  public void setAside() {
    UnusableCheckpoint damaged = unusable.get();
    if (damaged != null) {
      inBackground(damaged::setAside);
    }
  }

  private void inBackground(FileTask task) {
    background.execute(
        () -> {
          String failure = failure(task);
          ui.execute(
              () -> {
                message.set(failure);
                refresh();
              });
        });
  }

  /** Runs a task and returns the sentence about its failure; empty if it succeeds. */
  private static String failure(FileTask task) {
    try {
      task.run();
      return "";
    } catch (BadInputException inUse) {
      return inUse.getMessage();
    } catch (IOException cause) {
      return Messages.get("ui.train.history.notDiscarded", FileErrors.reason(cause));
    }
  }
}
