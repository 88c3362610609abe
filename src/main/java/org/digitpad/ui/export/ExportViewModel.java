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
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Which model, from what file, to which one, and what became of it. Lives on the UI thread. */
public final class ExportViewModel {
  /** Where the writing is. */
  public enum State {
    IDLE,
    WORKING,
    DONE,
    FAILED
  }

  private final ExportTask export;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<LibraryModel> models = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable LibraryModel> chosen =
      new SimpleObjectProperty<>(this, "chosen");
  private final ObjectProperty<@Nullable Path> input = new SimpleObjectProperty<>(this, "input");
  private final ObjectProperty<@Nullable Path> output = new SimpleObjectProperty<>(this, "output");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final BooleanBinding canWrite;

  /**
   * @param export what to write
   * @param known finds the models, the usual one first; slow
   * @param background runs what is slow
   * @param ui runs a task on the UI thread
   */
  public ExportViewModel(
      ExportTask export, Supplier<List<LibraryModel>> known, Executor background, Executor ui) {
    this.export = export;
    this.background = background;
    this.ui = ui;
    canWrite =
        Bindings.createBooleanBinding(
            () ->
                chosen.get() != null
                    && (export.input() == null || input.get() != null)
                    && output.get() != null
                    && state.get() != State.WORKING,
            chosen,
            input,
            output,
            state);
    background.execute(() -> look(known));
  }

  private void look(Supplier<List<LibraryModel>> known) {
    try {
      List<LibraryModel> found = known.get();
      ui.execute(
          () -> {
            models.setAll(found);
            chosen.set(found.get(0));
          });
    } catch (RuntimeException cause) {
      tell(State.FAILED, sentence(cause));
    }
  }

  public ExportTask export() {
    return export;
  }

  /** The models to choose from; empty until they are found. */
  public ObservableList<LibraryModel> models() {
    return models;
  }

  public ObjectProperty<@Nullable LibraryModel> chosenProperty() {
    return chosen;
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

  /** What was done, or why not; empty before. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Whether all is chosen. */
  public BooleanBinding canWriteProperty() {
    return canWrite;
  }

  /** Writes the file. */
  public void write() {
    LibraryModel choice = chosen.get();
    Path from = input.get();
    Path to = output.get();
    if (!canWrite.get() || choice == null || to == null) {
      return;
    }
    state.set(State.WORKING);
    sentence.set("Writing " + to.getFileName() + "\u2026");
    background.execute(
        () -> {
          try {
            Model model = choice.model();
            tell(State.DONE, export.writer().write(model, from, to));
          } catch (IOException | RuntimeException | Error cause) { // also a lack of memory
            tell(State.FAILED, sentence(cause));
          }
        });
  }

  private void tell(State how, String what) {
    ui.execute(
        () -> {
          state.set(how);
          sentence.set(what);
        });
  }

  private static String sentence(Throwable cause) {
    if (cause instanceof BadInputException told) {
      return String.valueOf(told.getMessage());
    }
    LoggerFactory.getLogger(ExportViewModel.class).error("nothing was written", cause);
    return cause instanceof IOException fault
        ? "Nothing was written: " + FileErrors.reason(fault) + ". Choose another place."
        : "Nothing was written ("
            + cause.getClass().getSimpleName()
            + "). Try it again; the log says more.";
  }
}
