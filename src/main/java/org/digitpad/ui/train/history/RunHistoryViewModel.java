package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitpad.i18n.Messages;
import org.digitpad.io.FileErrors;
import org.digitpad.nn.arch.Architecture;
import org.slf4j.LoggerFactory;

/** The earlier runs: compares their curves, and uses, copies and deletes their models. */
public final class RunHistoryViewModel {
  /** As many curves as colors can be told apart. */
  static final int MAX_COMPARED = 4;

  private final RunStore store;
  private final Consumer<SavedRun> pad;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<SavedRun> saved = FXCollections.observableArrayList();
  private final ObservableList<SavedRun> compared = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyObjectWrapper<Optional<Path>> activeFile =
      new ReadOnlyObjectWrapper<>(this, "activeFile", Optional.empty());

  /** A task that may fail on files. */
  @FunctionalInterface
  private interface FileTask {
    void run() throws IOException;
  }

  /**
   * @param store holds the runs
   * @param pad makes a model the pad's active one
   * @param background runs slow tasks
   * @param ui runs a task on the UI thread
   */
  public RunHistoryViewModel(
      RunStore store, Consumer<SavedRun> pad, Executor background, Executor ui) {
    this.store = store;
    this.pad = pad;
    this.background = background;
    this.ui = ui;
  }

  /** The bundled models, then the user's own. */
  public ObservableList<SavedRun> saved() {
    return saved;
  }

  /** Runs whose curves are in the charts, at most {@value #MAX_COMPARED}. */
  public ObservableList<SavedRun> compared() {
    return compared;
  }

  /** One sentence that says whether the last action succeeded; empty at first. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** File of the pad's active model; empty for the bundled one. */
  public ReadOnlyObjectProperty<Optional<Path>> activeFileProperty() {
    return activeFile.getReadOnlyProperty();
  }

  /** The first bundled model, which is active unless another one is chosen. */
  private Optional<SavedRun> bundled() {
    return saved.stream().filter(run -> run.file().isEmpty()).findFirst();
  }

  /** The bundled model of an architecture; empty until the runs are loaded. */
  public Optional<SavedRun> bundled(Architecture architecture) {
    return saved.stream()
        .filter(run -> run.file().isEmpty() && run.model().architecture().equals(architecture))
        .findFirst();
  }

  /** Loads the list of runs again. */
  public void refresh() {
    background.execute(
        () -> {
          try {
            List<SavedRun> found = store.saved();
            ui.execute(() -> show(found));
          } catch (RuntimeException cause) {
            LoggerFactory.getLogger(RunHistoryViewModel.class).warn("cannot list runs", cause);
            ui.execute(() -> message.set(Messages.get("ui.train.history.unreadable")));
          }
        });
  }

  private void show(List<SavedRun> found) {
    saved.setAll(found);
    compared.retainAll(found);
  }

  /**
   * Shows or hides a run's curves.
   *
   * @return whether they are shown now
   */
  public boolean compare(SavedRun run, boolean wanted) {
    if (!wanted) {
      compared.remove(run);
    } else if (!compared.contains(run)) {
      if (compared.size() < MAX_COMPARED) {
        compared.add(run);
      } else {
        message.set(Messages.get("ui.train.history.tooManyCompared", MAX_COMPARED));
      }
    }
    return compared.contains(run);
  }

  /** Makes a run's model the pad's active one. */
  public void use(SavedRun run) {
    pad.accept(run);
    activeFile.set(run.file());
    message.set(Messages.get("ui.train.history.used", run.name()));
  }

  /** Takes over the model that is active since an earlier start. */
  public void setActiveFile(Path model) {
    activeFile.set(Optional.of(model));
  }

  /** Deletes a run. If its model is active, the bundled one becomes active. */
  public void delete(SavedRun run) {
    inBackground(
        () -> store.delete(run),
        () -> {
          Optional<SavedRun> next =
              run.file().equals(activeFile.get()) ? bundled() : Optional.empty();
          next.ifPresent(this::use);
          return next.isPresent()
              ? Messages.get("ui.train.history.deletedActive", run.name())
              : Messages.get("ui.train.history.deleted", run.name());
        },
        reason -> Messages.get("ui.train.history.notDeleted", run.name(), reason));
  }

  /** Copies a run's model to a file. */
  public void saveAs(SavedRun run, Path target) {
    inBackground(
        () -> store.copy(run, target),
        () -> Messages.get("ui.train.history.savedAs", run.name(), target),
        reason -> Messages.get("ui.train.history.notSavedAs", run.name(), target, reason));
  }

  /**
   * Runs a slow task, then shows a message and the runs as they are now.
   *
   * @param done called on the UI thread if the task succeeds; returns the message
   * @param failed returns the message for the reason of a failure
   */
  private void inBackground(FileTask task, Supplier<String> done, Function<String, String> failed) {
    background.execute(
        () -> {
          Supplier<String> outcome = done;
          try {
            task.run();
          } catch (IOException | RuntimeException cause) {
            String sentence = failed.apply(FileErrors.reason(cause));
            outcome = () -> sentence;
          }
          Supplier<String> next = outcome;
          ui.execute(
              () -> {
                message.set(next.get());
                refresh();
              });
        });
  }
}
