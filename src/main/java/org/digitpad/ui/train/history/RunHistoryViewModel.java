package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitpad.io.FileErrors;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.recognize.LibraryModel;
import org.slf4j.LoggerFactory;

/** Earlier runs: to be compared, read with, copied and deleted. */
public final class RunHistoryViewModel {
  /** More curves than colours that can be told apart would tell nothing. */
  static final int MOST_COMPARED = 4;

  private final RunStore store;
  private final Consumer<LibraryModel> pad;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<LibraryModel> saved = FXCollections.observableArrayList();
  private final ObservableList<LibraryModel> compared = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<EpochMetrics>> reference =
      new ReadOnlyObjectWrapper<>(this, "reference", List.of());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyObjectWrapper<Optional<Path>> onPad =
      new ReadOnlyObjectWrapper<>(this, "onPad", Optional.empty());

  /** A task that may fail on files. */
  @FunctionalInterface
  private interface FileTask {
    void run() throws IOException;
  }

  /**
   * @param store where the runs are
   * @param pad lets a model read what is drawn
   * @param background runs what is slow
   * @param ui runs a task on the UI thread
   */
  public RunHistoryViewModel(
      RunStore store, Consumer<LibraryModel> pad, Executor background, Executor ui) {
    this.store = store;
    this.pad = pad;
    this.background = background;
    this.ui = ui;
  }

  /** The bundled model, then the user's own. */
  public ObservableList<LibraryModel> saved() {
    return saved;
  }

  /** What a run is called here. */
  public static String title(LibraryModel run) {
    return run.isBundled() ? run.name() + ", as bundled" : run.title();
  }

  /** Those whose curves are in the charts, at most {@value #MOST_COMPARED}. */
  public ObservableList<LibraryModel> compared() {
    return compared;
  }

  /** What became of the last wish. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** File of the model that reads on the pad; empty for the bundled one. */
  public ReadOnlyObjectProperty<Optional<Path>> onPadProperty() {
    return onPad.getReadOnlyProperty();
  }

  /** The run to race against; empty until the runs are loaded. */
  public ReadOnlyObjectProperty<List<EpochMetrics>> referenceProperty() {
    return reference.getReadOnlyProperty();
  }

  /** The first of the models that come with DigitPad, which reads where no other was chosen. */
  Optional<LibraryModel> bundled() {
    return saved.stream().filter(LibraryModel::isBundled).findFirst();
  }

  /** The model of the same architecture that comes with DigitPad, once the runs are loaded. */
  public Optional<LibraryModel> bundled(Architecture architecture) {
    return saved.stream()
        .filter(run -> run.isBundled() && run.model().architecture().equals(architecture))
        .findFirst();
  }

  /** Looks for runs. */
  public void load() {
    background.execute(
        () -> {
          try {
            List<EpochMetrics> race = store.reference();
            List<LibraryModel> found = store.saved();
            ui.execute(
                () -> {
                  reference.set(race);
                  show(found);
                });
          } catch (RuntimeException cause) {
            LoggerFactory.getLogger(RunHistoryViewModel.class).warn("cannot list runs", cause);
            ui.execute(() -> message.set("The earlier runs could not be read."));
          }
        });
  }

  private void show(List<LibraryModel> found) {
    saved.setAll(found);
    compared.setAll(
        compared.stream().map(found::indexOf).filter(at -> at >= 0).map(found::get).toList());
  }

  /** Shows or hides a run's curves. Returns whether they are shown. */
  public boolean compare(LibraryModel run, boolean wanted) {
    if (!wanted) {
      compared.remove(run);
    } else if (!compared.contains(run) && compared.size() < MOST_COMPARED) {
      compared.add(run);
    } else if (!compared.contains(run)) {
      message.set("Four runs can be told apart; take one out of the charts first.");
    }
    return compared.contains(run);
  }

  /** Lets a run's model read what is drawn. */
  public void use(LibraryModel run) {
    pad.accept(run);
    onPad.set(run.file());
    message.set(title(run) + " reads on the pad now.");
  }

  /** Takes over which of the user's models reads on the pad since an earlier start. */
  public void readsOnPad(Path model) {
    onPad.set(Optional.of(model));
  }

  /** Deletes a run; where its model reads on the pad, the bundled one reads there again. */
  public void delete(LibraryModel run) {
    inBackground(
        () -> store.delete(run),
        () -> {
          Optional<LibraryModel> next =
              run.file().equals(onPad.get()) ? bundled() : Optional.empty();
          next.ifPresent(this::use);
          return title(run)
              + (next.isPresent() ? " is deleted; the bundled model reads." : " is deleted.");
        },
        title(run) + " was not deleted");
  }

  /** Copies a run's model to a file. */
  public void saveAs(LibraryModel run, Path target) {
    inBackground(
        () -> store.copy(run, target),
        () -> title(run) + " is saved as " + target + ".",
        title(run) + " was not saved as " + target);
  }

  /** Does something slow; what is done then, and what it says, is the UI thread's. */
  private void inBackground(FileTask task, Supplier<String> done, String failed) {
    background.execute(
        () -> {
          Supplier<String> outcome = done;
          try {
            task.run();
          } catch (IOException | RuntimeException cause) {
            String sentence =
                failed + ": " + FileErrors.reason(cause) + ". Choose another place or try again.";
            outcome = () -> sentence;
          }
          Supplier<String> next = outcome;
          ui.execute(
              () -> {
                message.set(next.get());
                load();
              });
        });
  }
}
