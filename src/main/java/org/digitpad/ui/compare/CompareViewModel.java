package org.digitpad.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.pad.PadViewModel;
import org.slf4j.LoggerFactory;

/**
 * The room to compare in: columns of models that read the same paper, while the room is in sight.
 * Lives on the UI thread.
 */
public final class CompareViewModel implements AutoCloseable {
  /** More colours could not be told apart. */
  static final int MOST_COLUMNS = 5;

  private final CompareDependencies parts;
  private final PadViewModel pad;
  private final Executor background;
  private final Executor ui;

  /** Changes also when a model of theirs has been loaded. */
  private final ObservableList<ModelColumnViewModel> columns =
      FXCollections.observableArrayList(column -> new Observable[] {column.modelProperty()});

  private final ObservableList<LibraryModel> addable = FXCollections.observableArrayList();

  // held, as they hear of changes only while somebody does
  private final ObservableList<ModelColumnViewModel> readOnlyColumns =
      FXCollections.unmodifiableObservableList(columns);
  private final ObservableList<LibraryModel> readOnlyAddable =
      FXCollections.unmodifiableObservableList(addable);

  private final ReadOnlyObjectWrapper<Consensus> consensus =
      new ReadOnlyObjectWrapper<>(this, "consensus", Consensus.of(List.of()));
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final TestPredictionsViewModel readings;
  private final ConfusionsViewModel confusions;
  private final DisagreementsViewModel explorer;
  private List<LibraryModel> own = List.of();
  private boolean furnished;
  private boolean inSight;

  /**
   * @param parts models and images
   * @param pad the paper
   * @param background runs what is slow
   * @param ui runs a task on the UI thread
   */
  public CompareViewModel(
      CompareDependencies parts, PadViewModel pad, Executor background, Executor ui) {
    this.parts = parts;
    this.pad = pad;
    this.background = background;
    this.ui = ui;
    readings = new TestPredictionsViewModel(columns, parts.images(), background, ui);
    confusions = new ConfusionsViewModel(readings);
    explorer = new DisagreementsViewModel(readings, pad);
    columns.addListener((ListChangeListener<ModelColumnViewModel>) change -> changed());
  }

  /** The models that are compared; changes also when one of them has been loaded. */
  public ObservableList<ModelColumnViewModel> columns() {
    return readOnlyColumns;
  }

  /** Models that could be compared too. */
  public ObservableList<LibraryModel> addable() {
    return readOnlyAddable;
  }

  ReadOnlyObjectProperty<Consensus> consensusProperty() {
    return consensus.getReadOnlyProperty();
  }

  /** What became of the last wish; empty if it was granted. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  public TestPredictionsViewModel readings() {
    return readings;
  }

  public ConfusionsViewModel confusions() {
    return confusions;
  }

  public DisagreementsViewModel explorer() {
    return explorer;
  }

  /** Begins to read what is drawn; to be called when the room comes in sight. */
  public void enter() {
    inSight = true;
    if (!furnished) {
      furnished = true;
      parts.bundled().forEach(this::add);
    } else {
      columns.forEach(column -> pad.add(column.answer()));
    }
    readings.look();
    background.execute(this::lookForModels);
  }

  /** Reads no more; to be called when the room goes out of sight. */
  public void leave() {
    inSight = false;
    columns.forEach(column -> pad.remove(column.answer()));
  }

  private void lookForModels() {
    try {
      List<LibraryModel> found = parts.own().get();
      ui.execute(
          () -> {
            own = found;
            listAddable();
          });
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(CompareViewModel.class).warn("cannot list models", cause);
    }
  }

  /** Adds a column. */
  public void add(LibraryModel choice) {
    if (columns.size() == MOST_COLUMNS) {
      message.set("Five models can be told apart; remove one first.");
      return;
    }
    message.set("");
    int colour =
        IntStream.rangeClosed(1, MOST_COLUMNS)
            .filter(free -> columns.stream().noneMatch(column -> column.colour() == free))
            .findFirst()
            .orElseThrow();
    ModelColumnViewModel column = new ModelColumnViewModel(choice, colour, ui);
    column.answer().answerProperty().addListener(change -> vote());
    columns.add(column);
    column.answer().warmUp();
    if (inSight) {
      pad.add(column.answer());
    }
  }

  /** Adds a column for a model file. */
  public void addFile(Path file) {
    add(LibraryModel.ofFile(file));
  }

  /** Takes a column away. */
  public void remove(ModelColumnViewModel column) {
    message.set("");
    pad.remove(column.answer());
    columns.remove(column);
    column.close();
  }

  private void changed() {
    listAddable();
    vote();
  }

  private void listAddable() {
    List<LibraryModel> compared = columns.stream().map(ModelColumnViewModel::libraryModel).toList();
    addable.setAll(
        Stream.concat(parts.bundled().stream(), own.stream())
            .filter(choice -> !compared.contains(choice))
            .toList());
  }

  private void vote() {
    Consensus now =
        Consensus.of(
            columns.stream()
                .map(
                    column ->
                        new Consensus.Vote(column.name(), column.answer().answerProperty().get()))
                .toList());
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).setOdd(now.odd().contains(i));
    }
    consensus.set(now);
  }

  @Override
  public void close() {
    leave();
    columns.forEach(ModelColumnViewModel::close);
  }
}
