package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.digitpad.i18n.Messages;
import org.digitpad.io.FileErrors;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.chart.ModelColors;
import org.slf4j.LoggerFactory;

/** The saved models: compares the curves of their runs, and uses, copies and deletes them. */
public final class RunHistoryViewModel {
  /** As many curves as colors can be told apart. */
  static final int MAX_COMPARED = 4;

  private final RunStore store;
  private final ModelColors colors;
  private final Consumer<LibraryModel> setActiveModel;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<LibraryModel> saved = FXCollections.observableArrayList();
  private final ObservableList<LibraryModel> compared = FXCollections.observableArrayList();
  private final ObservableSet<LibraryModel> deleted = FXCollections.observableSet();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyObjectProperty<LibraryModel> active;

  /** A task that may fail on files. */
  @FunctionalInterface
  private interface FileTask {
    void run() throws IOException;
  }

  /**
   * @param store holds the models
   * @param colors colors of the models
   * @param setActiveModel makes a model the pad's active one
   * @param active the pad's active model
   * @param background runs slow tasks
   * @param ui runs a task on the UI thread
   */
  public RunHistoryViewModel(
      RunStore store,
      ModelColors colors,
      Consumer<LibraryModel> setActiveModel,
      ReadOnlyObjectProperty<LibraryModel> active,
      Executor background,
      Executor ui) {
    this.colors = colors;
    this.store = store;
    this.active = active;
    this.setActiveModel = setActiveModel;
    this.background = background;
    this.ui = ui;
  }

  /** The bundled models, then the user's own. */
  public ObservableList<LibraryModel> saved() {
    return saved;
  }

  /** Name of a model in the tab, which marks bundled models. */
  public static String title(LibraryModel model) {
    return model.isBundled()
        ? Messages.get("ui.train.history.bundled", model.name())
        : model.title();
  }

  /** Models whose curves are in the charts, at most {@value #MAX_COMPARED}. */
  public ObservableList<LibraryModel> compared() {
    return compared;
  }

  /** Models that were listed and are gone, by whomever; they cannot be used any more. */
  public ObservableSet<LibraryModel> deleted() {
    return deleted;
  }

  /** The style class with the color of a model in the charts; without one if it is in none. */
  String style(LibraryModel model) {
    return ModelColors.style(compared.contains(model) ? colors.of(model) : 0);
  }

  /** One sentence that says whether the last action succeeded; empty at first. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** The pad's active model. */
  public ReadOnlyObjectProperty<LibraryModel> activeProperty() {
    return active;
  }

  /** The first bundled model, which is active unless another one is chosen. */
  private Optional<LibraryModel> bundled() {
    return saved.stream().filter(LibraryModel::isBundled).findFirst();
  }

  /** The bundled model of an architecture; empty until the models are loaded. */
  public Optional<LibraryModel> bundled(Architecture architecture) {
    return saved.stream()
        .filter(model -> model.isBundled() && model.model().architecture().equals(architecture))
        .findFirst();
  }

  /** Loads the list of models again. */
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
    if (isShown(found)) {
      return;
    }
    saved.stream().filter(model -> !found.contains(model)).forEach(deleted::add);
    found.forEach(deleted::remove);
    saved.setAll(found);
    compared.setAll(
        compared.stream().map(found::indexOf).filter(index -> index >= 0).map(found::get).toList());
  }

  /** Whether the very models are shown; equal ones may have been trained again meanwhile. */
  private boolean isShown(List<LibraryModel> found) {
    return found.size() == saved.size()
        && IntStream.range(0, found.size()).allMatch(i -> found.get(i) == saved.get(i));
  }

  /**
   * Shows or hides a model's curves.
   *
   * @return whether they are shown now
   */
  public boolean compare(LibraryModel model, boolean wanted) {
    if (!wanted) {
      compared.remove(model);
    } else if (!compared.contains(model)) {
      if (compared.size() < MAX_COMPARED) {
        compared.add(model);
      } else {
        message.set(Messages.get("ui.train.history.tooManyCompared", MAX_COMPARED));
      }
    }
    return compared.contains(model);
  }

  /** Makes a model the pad's active one. */
  public void use(LibraryModel model) {
    if (deleted.contains(model)) {
      message.set(Messages.get("ui.train.history.deleted", title(model)));
      return;
    }
    setActiveModel.accept(model);
    message.set(Messages.get("ui.train.history.used", title(model)));
  }

  /** Deletes a model. If it is active, the bundled one becomes active. */
  public void delete(LibraryModel model) {
    inBackground(
        () -> store.delete(model),
        () -> {
          deleted.add(model);
          saved.remove(model);
          compared.remove(model);
          Optional<LibraryModel> next = model.equals(active.get()) ? bundled() : Optional.empty();
          next.ifPresent(this::use);
          return next.isPresent()
              ? Messages.get("ui.train.history.deletedActive", title(model))
              : Messages.get("ui.train.history.deleted", title(model));
        },
        reason -> Messages.get("ui.train.history.notDeleted", title(model), reason));
  }

  /** Copies a model to a file. */
  public void saveAs(LibraryModel model, Path target) {
    inBackground(
        () -> store.copy(model, target),
        () -> Messages.get("ui.train.history.savedAs", title(model), target),
        reason -> Messages.get("ui.train.history.notSavedAs", title(model), target, reason));
  }

  /**
   * Runs a slow task, then shows a message and the models as they are now.
   *
   * @param done called on the UI thread if the task succeeds; returns the message
   * @param failed returns the message for the reason of a failure
   */
  private void inBackground(FileTask task, Supplier<String> done, Function<String, String> failed) {
    background.execute(
        () -> {
          Supplier<String> showResult = done;
          try {
            task.run();
          } catch (IOException | RuntimeException cause) {
            String sentence = failed.apply(FileErrors.reason(cause));
            showResult = () -> sentence;
          }
          Supplier<String> next = showResult;
          ui.execute(
              () -> {
                message.set(next.get());
                refresh();
              });
        });
  }
}
