package org.digitpad.ui.compare;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.evaluate.ImagePredictions;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** The confusion matrices of the models, and the difference of two of them. */
public final class ConfusionsViewModel {
  /** A cell, selected in all matrices at once; the label of {@link #NONE} is negative. */
  public record Cell(int label, int predicted) {
    static final Cell NONE = new Cell(-1, -1);
  }

  private final TestPredictionsViewModel predictions;
  private final ObjectProperty<@Nullable ModelColumnViewModel> minuend =
      new SimpleObjectProperty<>(this, "minuend");
  private final ObjectProperty<@Nullable ModelColumnViewModel> subtrahend =
      new SimpleObjectProperty<>(this, "subtrahend");
  private final ReadOnlyObjectWrapper<Cell> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", Cell.NONE);

  ConfusionsViewModel(TestPredictionsViewModel predictions) {
    this.predictions = predictions;
    predictions.snapshotProperty().addListener((property, before, now) -> update(now));
  }

  /** The model whose matrix the other is subtracted from; null while there are fewer than two. */
  public ObjectProperty<@Nullable ModelColumnViewModel> minuendProperty() {
    return minuend;
  }

  /** The model whose matrix is subtracted; null while there are fewer than two. */
  public ObjectProperty<@Nullable ModelColumnViewModel> subtrahendProperty() {
    return subtrahend;
  }

  public ReadOnlyObjectProperty<Cell> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  TestPredictionsViewModel predictions() {
    return predictions;
  }

  public void select(int label, int predicted) {
    selected.set(new Cell(label, predicted));
  }

  /** Counts by label, then by prediction, of one model; empty before it is evaluated. */
  public List<List<Integer>> confusion(@Nullable ModelColumnViewModel column) {
    ImagePredictions evaluated =
        column == null ? null : predictions.snapshotProperty().get().models().get(column);
    return evaluated == null ? List.of() : evaluated.evaluation().confusion();
  }

  /** The count of the selected cell in the matrix of a model. */
  int selectedCount(ModelColumnViewModel column) {
    return confusion(column).get(selected.get().label()).get(selected.get().predicted());
  }

  /** Text with the counts of the selected cell in all matrices. */
  public String text() {
    Cell cell = selected.get();
    if (cell.label() < 0) {
      return Messages.get("ui.compare.confusions.hint");
    }
    String counts =
        Consensus.enumerate(
            predictions.snapshotProperty().get().columns().stream()
                .map(
                    column ->
                        Messages.get(
                            "ui.compare.confusions.count", column.title(), selectedCount(column)))
                .toList());
    return cell.label() == cell.predicted()
        ? Messages.get("ui.compare.confusions.correct", cell.label(), counts)
        : Messages.get("ui.compare.confusions.wrong", cell.label(), cell.predicted(), counts);
  }

  private void update(TestPredictionsViewModel.Snapshot now) {
    List<ModelColumnViewModel> columns = now.columns();
    if (isGone(minuend.get(), columns)) {
      minuend.set(firstExcept(subtrahend.get(), columns));
    }
    if (isGone(subtrahend.get(), columns) || minuend.get() == subtrahend.get()) {
      subtrahend.set(firstExcept(minuend.get(), columns));
    }
  }

  private static boolean isGone(
      @Nullable ModelColumnViewModel column, List<ModelColumnViewModel> columns) {
    return column == null || !columns.contains(column);
  }

  private static @Nullable ModelColumnViewModel firstExcept(
      @Nullable ModelColumnViewModel taken, List<ModelColumnViewModel> columns) {
    return columns.stream().filter(column -> column != taken).findFirst().orElse(null);
  }
}
