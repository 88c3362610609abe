package org.digitpad.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.train.history.RunHistoryViewModel;
import org.jspecify.annotations.Nullable;

/** The curves of the run, of the reference, and of the runs that it is compared with. */
public final class ChartsViewModel {
  private final ReadOnlyObjectWrapper<List<Curve>> curves =
      new ReadOnlyObjectWrapper<>(this, "curves", List.of());
  private final ReadOnlyIntegerWrapper epochs = new ReadOnlyIntegerWrapper(this, "epochs", 10);
  private final BooleanProperty logLoss = new SimpleBooleanProperty(this, "logLoss");

  private List<EpochMetrics> reference = List.of();
  private List<LibraryModel> compared = List.of();
  private List<EpochMetrics> history = List.of();
  private @Nullable Curve batches;

  /** All lines, those in front last. */
  public ReadOnlyObjectProperty<List<Curve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** Length of the charts. */
  public ReadOnlyIntegerProperty epochsProperty() {
    return epochs.getReadOnlyProperty();
  }

  /** Whether the loss is drawn by its orders of magnitude. */
  public BooleanProperty logLossProperty() {
    return logLoss;
  }

  /** Whether there is nothing of one's own to see yet. */
  public boolean isBlank() {
    return batches == null && history.isEmpty();
  }

  void setReference(List<EpochMetrics> run) {
    reference = run;
    update();
  }

  void setCompared(List<LibraryModel> runs) {
    compared = List.copyOf(runs);
    update();
  }

  /** Begins a run, with the epochs that it has already. */
  public void begin(int length, List<EpochMetrics> before) {
    epochs.set(length);
    history = before;
    batches = null;
    update();
  }

  public void show(@Nullable Curve newBatches, List<EpochMetrics> newHistory) {
    batches = newBatches;
    history = newHistory;
    update();
  }

  private void update() {
    List<Curve> all = new ArrayList<>();
    if (!reference.isEmpty()) {
      all.add(Curve.validation("Reference", "curve-reference", reference));
    }
    for (int i = 0; i < compared.size(); i++) {
      LibraryModel run = compared.get(i);
      all.add(
          Curve.validation(
              RunHistoryViewModel.title(run),
              "curve-run-" + (i + 1),
              run.model().card().history()));
    }
    if (batches != null) {
      all.add(batches);
    }
    if (!isBlank()) {
      all.add(Curve.training("Training", "curve-training", history));
      all.add(Curve.validation("Validation", "curve-validation", history));
    }
    curves.set(List.copyOf(all));
  }

  /** Everything in the charts, a line a point. */
  public String csv() {
    StringBuilder text = new StringBuilder("series,epoch,loss,accuracy\n");
    for (Curve curve : curves.get()) {
      for (int i = 0; i < curve.size(); i++) {
        text.append(
            String.format(
                Locale.ROOT,
                "\"%s\",%.4f,%.6f,%.6f%n",
                curve.name().replace("\"", "\"\""),
                curve.epochs()[i],
                curve.loss()[i],
                curve.accuracy()[i]));
      }
    }
    return text.toString().replace("\r\n", "\n");
  }
}
