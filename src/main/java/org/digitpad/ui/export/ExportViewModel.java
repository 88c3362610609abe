package org.digitpad.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.io.log.ProgramLog;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.RunLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The model and the files of an export, and its result. Used on the UI thread. */
public final class ExportViewModel {
  /** The state of the export. */
  public enum State {
    IDLE,
    WORKING,
    DONE,
    FAILED
  }

  private final ExportTask task;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<LibraryModel> models = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable LibraryModel> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ObjectProperty<@Nullable Path> input = new SimpleObjectProperty<>(this, "input");
  private final ObjectProperty<@Nullable Path> output = new SimpleObjectProperty<>(this, "output");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final BooleanBinding canWrite;

  /**
   * @param task the kind of file to write
   * @param library finds the models, the default first; slow
   * @param background runs slow work
   * @param ui runs a task on the UI thread
   */
  public ExportViewModel(
      ExportTask task, Supplier<List<LibraryModel>> library, Executor background, Executor ui) {
    this.task = task;
    this.background = background;
    this.ui = ui;
    canWrite =
        Bindings.createBooleanBinding(
            () ->
                selected.get() != null
                    && (task.input() == null || input.get() != null)
                    && output.get() != null
                    && state.get() != State.WORKING,
            selected,
            input,
            output,
            state);
    background.execute(() -> findModels(library));
  }

  private void findModels(Supplier<List<LibraryModel>> library) {
    try {
      List<LibraryModel> found = library.get();
      ui.execute(
          () -> {
            models.setAll(found);
            selected.set(found.get(0));
          });
    } catch (RuntimeException | Error cause) { // also a lack of memory
      finish(State.FAILED, errorMessage(cause));
    }
  }

  public ExportTask task() {
    return task;
  }

  /** The models to choose from; empty until they are found. */
  public ObservableList<LibraryModel> models() {
    return models;
  }

  /** The model to write the file with; null until the models are found. */
  public ObjectProperty<@Nullable LibraryModel> selectedProperty() {
    return selected;
  }

  /** The file to read; null until it is chosen. */
  public ObjectProperty<@Nullable Path> inputProperty() {
    return input;
  }

  /** The file to write; null until it is chosen. */
  public ObjectProperty<@Nullable Path> outputProperty() {
    return output;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** A sentence about the progress, the result or the error; empty before. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether everything is chosen that is needed, and nothing is being written. */
  public BooleanBinding canWriteProperty() {
    return canWrite;
  }

  /** Writes the file in the background. */
  public void write() {
    LibraryModel model = selected.get();
    Path from = input.get();
    Path to = output.get();
    if (!canWrite.get() || model == null || to == null) {
      return;
    }
    state.set(State.WORKING);
    message.set(Messages.get("ui.export.writing", to.getFileName()));
    background.execute(
        () -> {
          try {
            model.file().ifPresent(file -> AtomicFiles.requireDistinct(to, file));
            RunLock.requireFree(to);
            finish(State.DONE, task.writer().write(model.model(), from, to));
          } catch (IOException | RuntimeException | Error cause) { // also a lack of memory
            finish(State.FAILED, errorMessage(cause));
          }
        });
  }

  private void finish(State end, String text) {
    ui.execute(
        () -> {
          state.set(end);
          message.set(text);
        });
  }

  private static String errorMessage(Throwable cause) {
    if (cause instanceof BadInputException) {
      return String.valueOf(cause.getMessage());
    }
    LoggerFactory.getLogger(ExportViewModel.class).error("nothing was written", cause);
    return cause instanceof IOException
        ? Messages.get("ui.export.notWritten", FileErrors.reason(cause))
        : ProgramLog.withPointer(
            Messages.get("ui.export.failed", cause.getClass().getSimpleName()));
  }
}
