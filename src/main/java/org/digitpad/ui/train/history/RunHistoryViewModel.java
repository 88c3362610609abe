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
import org.digitpad.recognize.LibraryModel;
import org.slf4j.LoggerFactory;

/** The earlier runs: compares their curves, and uses, copies and deletes their models. */
public final class RunHistoryViewModel {
  /** As many curves as colors can be told apart. */
  static final int MAX_COMPARED = 4;

  private final RunStore store;
  private final Consumer<LibraryModel> pad;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<LibraryModel> saved = FXCollections.observableArrayList();
  private final ObservableList<LibraryModel> compared = FXCollections.observableArrayList();
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
      RunStore store, Consumer<LibraryModel> pad, Executor background, Executor ui) {
    this.store = store;
    this.pad = pad;
    this.background = background;
    this.ui = ui;
  }

  /** The bundled models, then the user's own. */
  public ObservableList<LibraryModel> saved() {
    return saved;
  }

  /** Name of a run in the tab, which marks bundled models. */
  public static String title(LibraryModel run) {
    return run.isBundled() ? Messages.get("ui.train.history.bundled", run.name()) : run.title();
  }

  /** Runs whose curves are in the charts, at most {@value #MAX_COMPARED}. */
  public ObservableList<LibraryModel> compared() {
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
  private Optional<LibraryModel> bundled() {
    return saved.stream().filter(LibraryModel::isBundled).findFirst();
  }

  /** The bundled model of an architecture; empty until the runs are loaded. */
  public Optional<LibraryModel> bundled(Architecture architecture) {
    return saved.stream()
        .filter(run -> run.isBundled() && run.model().architecture().equals(architecture))
        .findFirst();
  }

  /** Loads the list of runs again. */
  public void refresh() {
    background.execute(
        () -> {
          try {
            List<LibraryModel> found = store.saved();
            ui.execute(() -> show(found));
          } catch (RuntimeException cause) {
            LoggerFactory.getLogger(RunHistoryViewModel.class).warn("cannot list runs", cause);
            ui.execute(() -> message.set(Messages.get("ui.train.history.unreadable")));
          }
        });
  }

  private void show(List<LibraryModel> found) {
    saved.setAll(found);
    compared.setAll(
        compared.stream().map(found::indexOf).filter(index -> index >= 0).map(found::get).toList());
  }

  /**
   * Shows or hides a run's curves.
   *
   * @return whether they are shown now
   */
  public boolean compare(LibraryModel run, boolean wanted) {
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
  public void use(LibraryModel run) {
    pad.accept(run);
    activeFile.set(run.file());
    message.set(Messages.get("ui.train.history.used", title(run)));
  }

  /** Takes over the model that is active since an earlier start. */
  public void setActiveFile(Path model) {
    activeFile.set(Optional.of(model));
  }

  /** Deletes a run. If its model is active, the bundled one becomes active. */
  public void delete(LibraryModel run) {
    inBackground(
        () -> store.delete(run),
        () -> {
          Optional<LibraryModel> next =
              run.file().equals(activeFile.get()) ? bundled() : Optional.empty();
          next.ifPresent(this::use);
          return next.isPresent()
              ? Messages.get("ui.train.history.deletedActive", title(run))
              : Messages.get("ui.train.history.deleted", title(run));
        },
        reason -> Messages.get("ui.train.history.notDeleted", title(run), reason));
  }

  /** Copies a run's model to a file. */
  public void saveAs(LibraryModel run, Path target) {
    inBackground(
        () -> store.copy(run, target),
        () -> Messages.get("ui.train.history.savedAs", title(run), target),
        reason -> Messages.get("ui.train.history.notSavedAs", title(run), target, reason));
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
