package org.digitpad.ui.compare;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.evaluate.ImagePredictions;
import org.jspecify.annotations.Nullable;

/** Which digits each model takes for which, and in what two of them differ. */
public final class ConfusionsViewModel {
  /** A cell that people have chosen in all matrices at once; a label below 0 is none. */
  public record Cell(int label, int read) {
    static final Cell NONE = new Cell(-1, -1);
  }

  private final TestPredictionsViewModel readings;
  private final ObjectProperty<@Nullable ModelColumnViewModel> one =
      new SimpleObjectProperty<>(this, "one");
  private final ObjectProperty<@Nullable ModelColumnViewModel> other =
      new SimpleObjectProperty<>(this, "other");
  private final ReadOnlyObjectWrapper<Cell> cell =
      new ReadOnlyObjectWrapper<>(this, "cell", Cell.NONE);

  ConfusionsViewModel(TestPredictionsViewModel readings) {
    this.readings = readings;
    readings.snapshotProperty().addListener((property, before, now) -> update(now));
  }

  /** The model whose counts the difference begins with; null where there are not two. */
  public ObjectProperty<@Nullable ModelColumnViewModel> oneProperty() {
    return one;
  }

  /** The model whose counts are taken off; null where there are not two. */
  public ObjectProperty<@Nullable ModelColumnViewModel> otherProperty() {
    return other;
  }

  public ReadOnlyObjectProperty<Cell> cellProperty() {
    return cell.getReadOnlyProperty();
  }

  /** What has been read. */
  TestPredictionsViewModel readings() {
    return readings;
  }

  public void choose(int label, int read) {
    cell.set(new Cell(label, read));
  }

  /** Counts by label, then by what was read, of one model; empty before it has read. */
  public List<List<Integer>> confusion(@Nullable ModelColumnViewModel column) {
    ImagePredictions read =
        column == null ? null : readings.snapshotProperty().get().models().get(column);
    return read == null ? List.of() : read.evaluation().confusion();
  }

  /** Says what is in the chosen cell of every matrix. */
  public String sentence() {
    Cell chosen = cell.get();
    if (chosen.label() < 0) {
      return "Down: what it is. Across: what it was read as. Choose a cell to compare it.";
    }
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                chosen.label() == chosen.read() ? "%d read right:" : "%d read as %d:",
                chosen.label(),
                chosen.read()));
    for (ModelColumnViewModel column : readings.snapshotProperty().get().columns()) {
      int count = confusion(column).get(chosen.label()).get(chosen.read());
      text.append(String.format(Locale.ROOT, "  %s %,d", column.name(), count));
    }
    return text.toString();
  }

  private void update(TestPredictionsViewModel.Snapshot now) {
    List<ModelColumnViewModel> columns = now.columns();
    if (isGone(one.get(), columns)) {
      one.set(firstBut(columns, other.get()));
    }
    if (isGone(other.get(), columns) || one.get() == other.get()) {
      other.set(firstBut(columns, one.get()));
    }
  }

  private static boolean isGone(
      @Nullable ModelColumnViewModel column, List<ModelColumnViewModel> columns) {
    return column == null || !columns.contains(column);
  }

  private static @Nullable ModelColumnViewModel firstBut(
      List<ModelColumnViewModel> columns, @Nullable ModelColumnViewModel taken) {
    return columns.stream().filter(column -> column != taken).findFirst().orElse(null);
  }
}
