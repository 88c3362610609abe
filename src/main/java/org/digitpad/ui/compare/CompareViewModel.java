package org.digitpad.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.DigitRow;
import org.digitpad.ui.pad.PadViewModel;

/**
 * The Compare tab: models that predict the same drawing while the tab is shown, a column each. Used
 * on the UI thread.
 */
public final class CompareViewModel implements AutoCloseable {
  /** More columns would be too narrow, and their colors too many. */
  static final int MAX_COLUMNS = 5;

  private final CompareDependencies dependencies;
  private final PadViewModel pad;
  private final Executor background;
  private final Executor ui;

  private final ObservableList<ModelColumnViewModel> columns =
      FXCollections.observableArrayList(column -> new Observable[] {column.modelProperty()});

  private final ObservableList<LibraryModel> addable = FXCollections.observableArrayList();

  // kept in fields, as these views listen to their lists only weakly
  private final ObservableList<ModelColumnViewModel> readOnlyColumns =
      FXCollections.unmodifiableObservableList(columns);
  private final ObservableList<LibraryModel> readOnlyAddable =
      FXCollections.unmodifiableObservableList(addable);

  private final ReadOnlyObjectWrapper<Consensus> consensus =
      new ReadOnlyObjectWrapper<>(this, "consensus", Consensus.of(List.of()));
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final TestPredictionsViewModel predictions;
  private final ConfusionsViewModel confusions;
  private final DisagreementsViewModel disagreements;
  private final ComparedRow row = new ComparedRow(columns);
  private List<LibraryModel> own = List.of();
  private boolean bundledAdded;
  private boolean active;

  /**
   * @param dependencies models and images
   * @param pad the canvas
   * @param background runs slow work
   * @param ui runs a task on the UI thread
   */
  public CompareViewModel(
      CompareDependencies dependencies, PadViewModel pad, Executor background, Executor ui) {
    this.dependencies = dependencies;
    this.pad = pad;
    this.background = background;
    this.ui = ui;
    predictions = new TestPredictionsViewModel(columns, dependencies.images(), background, ui);
    confusions = new ConfusionsViewModel(predictions);
    disagreements = new DisagreementsViewModel(predictions, pad);
    columns.addListener((ListChangeListener<ModelColumnViewModel>) change -> columnsChanged());
    disagreements.onCanvasProperty().addListener(change -> updateConsensus());
  }

  /** The columns; changes also when the model of a column is loaded. */
  public ObservableList<ModelColumnViewModel> columns() {
    return readOnlyColumns;
  }

  /** Known models that have no column. */
  public ObservableList<LibraryModel> addable() {
    return readOnlyAddable;
  }

  ReadOnlyObjectProperty<Consensus> consensusProperty() {
    return consensus.getReadOnlyProperty();
  }

  /** Why the last model was not added; empty if it was. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Several digits on the canvas, which are framed there. */
  DigitRow row() {
    return row;
  }

  public TestPredictionsViewModel predictions() {
    return predictions;
  }

  public ConfusionsViewModel confusions() {
    return confusions;
  }

  public DisagreementsViewModel disagreements() {
    return disagreements;
  }

  /** Starts predicting the drawing; called when the tab is shown. */
  public void activate() {
    active = true;
    if (!bundledAdded) {
      bundledAdded = true;
      // the readers of the movement can be added: five columns at once would leave no room for more
      dependencies.bundled().stream()
          .filter(CompareViewModel::isComparedAtFirst)
          .forEach(this::add);
    } else {
      columns.forEach(column -> pad.addListener(column.answer()));
    }
    predictions.refresh();
    background.execute(this::findOwnModels);
  }

  /** Stops predicting the drawing; called when the tab is hidden. */
  public void deactivate() {
    active = false;
    columns.forEach(column -> pad.removeListener(column.answer()));
  }

  /** A file is not loaded here to find out what it reads. */
  private static boolean isComparedAtFirst(LibraryModel model) {
    return !model.isBundled() || !model.isCombination() && !model.readsMovementOnly();
  }

  private void findOwnModels() {
    try {
      List<LibraryModel> found = dependencies.own().get();
      ui.execute(
          () -> {
            own = found;
            updateAddable();
          });
    } catch (BadInputException cause) {
      ui.execute(() -> message.set(String.valueOf(cause.getMessage())));
    }
  }

  /** Adds a column for a model, or says in {@link #messageProperty} why not. */
  public void add(LibraryModel model) {
    if (columns.size() == MAX_COLUMNS) {
      message.set(Messages.get("ui.compare.tooManyModels"));
      return;
    }
    message.set("");
    int color = dependencies.colors().acquire(model, compared());
    ModelColumnViewModel column = new ModelColumnViewModel(model, color, ui);
    column.answer().answerProperty().addListener(change -> updateConsensus());
    column.answer().boxesProperty().addListener(change -> row.update());
    columns.add(column);
    column.answer().warmUp();
    if (active) {
      pad.addListener(column.answer());
    }
  }

  /** Adds a column for a model file. */
  public void addFile(Path file) {
    add(LibraryModel.ofFile(file));
  }

  /** Removes a column. */
  public void remove(ModelColumnViewModel column) {
    message.set("");
    pad.removeListener(column.answer());
    columns.remove(column);
    dependencies.colors().release(column.libraryModel());
    column.close();
  }

  private void columnsChanged() {
    updateAddable();
    updateConsensus();
    row.update();
  }

  private void updateAddable() {
    List<LibraryModel> compared = compared();
    addable.setAll(
        Stream.concat(dependencies.bundled().stream(), own.stream())
            .filter(model -> !compared.contains(model))
            .toList());
  }

  private List<LibraryModel> compared() {
    return columns.stream().map(ModelColumnViewModel::libraryModel).toList();
  }

  private void updateConsensus() {
    Consensus now =
        Consensus.of(
            columns.stream()
                .map(
                    column ->
                        new Consensus.Vote(column.title(), column.answer().answerProperty().get()))
                .toList());
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).setMark(mark(columns.get(i), now.differing().contains(i)));
    }
    consensus.set(now);
  }

  /** A known label tells right from wrong; without one, models can only differ. */
  private ModelColumnViewModel.Mark mark(ModelColumnViewModel column, boolean differs) {
    Disagreement known = disagreements.onCanvasProperty().get();
    Answer answer = column.answer().answerProperty().get();
    if (known == null || !answer.hasPrediction()) {
      return differs ? ModelColumnViewModel.Mark.DIFFERS : ModelColumnViewModel.Mark.NONE;
    }
    return answer.headline().equals(String.valueOf(known.label()))
        ? ModelColumnViewModel.Mark.RIGHT
        : ModelColumnViewModel.Mark.WRONG;
  }

  @Override
  public void close() {
    deactivate();
    columns.forEach(ModelColumnViewModel::close);
  }
}
