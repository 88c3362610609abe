package org.digitpad.ui.compare;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.evaluate.ImagePredictions;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** The confusion matrices of the models, and the difference of two of them. */
public final class ConfusionsViewModel {
  /** A cell, selected in all matrices at once; the label of {@link #NONE} is negative. */
  public record Cell(int label, int predicted) {
    static final Cell NONE = new Cell(-1, -1);
  }

  /**
   * Two models whose matrices are compared.
   *
   * @param subtrahend the model whose counts are subtracted from those of {@code minuend}
   */
  public record Pair(ModelColumnViewModel minuend, ModelColumnViewModel subtrahend) {}

  /**
   * What is shown. Its parts change at once: observers of two properties would meet a model that is
   * gone beside its successor.
   *
   * @param columns the evaluated models
   * @param compared two of them; null while there are fewer
   */
  public record Shown(List<ModelColumnViewModel> columns, @Nullable Pair compared) {
    static final Shown NOTHING = new Shown(List.of(), null);
  }

  private final TestPredictionsViewModel predictions;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Shown.NOTHING);
  private final ReadOnlyObjectWrapper<Cell> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", Cell.NONE);

  /** The pair that a person has chosen. */
  private @Nullable Pair chosen;

  ConfusionsViewModel(TestPredictionsViewModel predictions) {
    this.predictions = predictions;
    predictions.snapshotProperty().addListener((property, before, now) -> update(now));
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public void setMinuend(ModelColumnViewModel column) {
    Pair pair = shown.get().compared();
    if (pair != null) {
      choose(new Pair(column, pair.subtrahend()));
    }
  }

  public void setSubtrahend(ModelColumnViewModel column) {
    Pair pair = shown.get().compared();
    if (pair != null) {
      choose(new Pair(pair.minuend(), column));
    }
  }

  private void choose(Pair pair) {
    chosen = pair;
    shown.set(new Shown(shown.get().columns(), pair));
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
    if (shown.get().columns().isEmpty()) {
      return Messages.get("ui.compare.confusions.notYet");
    }
    if (cell.label() < 0) {
      return Messages.get("ui.compare.confusions.hint");
    }
    String counts =
        Consensus.enumerate(
            shown.get().columns().stream()
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
    shown.set(new Shown(now.columns(), pairOf(now.columns(), chosen)));
  }

  /** Returns two of the columns: those that were chosen, if they are still there, or the first. */
  private static @Nullable Pair pairOf(List<ModelColumnViewModel> columns, @Nullable Pair last) {
    if (columns.size() < 2) {
      return null;
    }
    ModelColumnViewModel minuend = last == null ? columns.get(0) : last.minuend();
    ModelColumnViewModel subtrahend = last == null ? columns.get(1) : last.subtrahend();
    if (!columns.contains(minuend)) {
      minuend = firstExcept(subtrahend, columns);
    }
    if (!columns.contains(subtrahend) || subtrahend == minuend) {
      subtrahend = firstExcept(minuend, columns);
    }
    return new Pair(minuend, subtrahend);
  }

  private static ModelColumnViewModel firstExcept(
      ModelColumnViewModel taken, List<ModelColumnViewModel> columns) {
    return columns.stream().filter(column -> column != taken).findFirst().orElseThrow();
  }
}
