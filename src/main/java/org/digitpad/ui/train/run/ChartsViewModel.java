package org.digitpad.ui.train.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.digitpad.evaluate.ReferenceResults;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.train.history.RunHistoryViewModel;
import org.jspecify.annotations.Nullable;

/** The learning curves of the current run, of the reference and of the runs to compare with. */
public final class ChartsViewModel {
  /** The one network whose history the reference implementation publishes. */
  private static final List<EpochMetrics> REFERENCE =
      ReferenceResults.history(Architectures.CONV_GRU.name());

  private final ReadOnlyObjectWrapper<List<Curve>> curves =
      new ReadOnlyObjectWrapper<>(this, "curves", List.of());
  private final BooleanProperty logLoss = new SimpleBooleanProperty(this, "logLoss");

  private final ObservableValue<EpochHistory> history;
  private List<LibraryModel> compared = List.of();
  private @Nullable Curve batches;

  /**
   * @param history epochs of the current run
   */
  ChartsViewModel(ObservableValue<EpochHistory> history) {
    this.history = history;
    history.addListener((property, before, now) -> update());
    update();
  }

  /** All curves, those in front last. */
  public ReadOnlyObjectProperty<List<Curve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** Number of epochs along the horizontal axis. */
  int epochs() {
    return history.getValue().planned();
  }

  /** Whether the loss is drawn on a logarithmic scale. */
  public BooleanProperty logLossProperty() {
    return logLoss;
  }

  public void setCompared(List<LibraryModel> runs) {
    compared = List.copyOf(runs);
    update();
  }

  /** Shows the current run's curve of batches; null if it has none yet. */
  void setBatches(@Nullable Curve curve) {
    batches = curve;
    update();
  }

  private void update() {
    List<EpochMetrics> finished = history.getValue().finished();
    List<Curve> all = new ArrayList<>();
    all.add(
        Curve.validation(
            Messages.get("ui.train.run.curve.reference"), "curve-reference", REFERENCE));
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
    if (batches != null || !finished.isEmpty()) {
      all.add(
          Curve.training(Messages.get("ui.train.run.curve.training"), "curve-training", finished));
      all.add(
          Curve.validation(
              Messages.get("ui.train.run.curve.validation"), "curve-validation", finished));
    }
    curves.set(List.copyOf(all));
  }

  /** The model files that the curves come from, which no export may replace. */
  List<Path> inputs() {
    return compared.stream().flatMap(run -> run.file().stream()).toList();
  }

  /** All curves as comma-separated values, one line per point. */
  public String csv() {
    StringBuilder text = new StringBuilder("series,epoch,loss,accuracy\n");
    for (Curve curve : curves.get()) {
      for (int i = 0; i < curve.size(); i++) {
        text.append(
            String.format(
                Locale.ROOT,
                "\"%s\",%.4f,%.6f,%.6f\n",
                curve.name().replace("\"", "\"\""),
                curve.epochs()[i],
                curve.loss()[i],
                curve.accuracy()[i]));
      }
    }
    return text.toString();
  }
}
