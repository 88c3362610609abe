package org.digitpad.ui.train.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.train.ProgressEstimator;
import org.digitpad.train.TrainingListener.StepMetrics;
import org.jspecify.annotations.Nullable;

/** The progress of a run, as text and as a fraction. */
public final class ProgressViewModel {
  private final ReadOnlyStringWrapper headline =
      new ReadOnlyStringWrapper(this, "headline", Messages.get("ui.train.run.idle"));
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(this, "detail", "");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
  private final ObservableValue<EpochHistory> history;

  private boolean idle = true;
  private boolean begun;
  private ProgressEstimator estimator = new ProgressEstimator(1, 1);
  private @Nullable StepMetrics lastStep;

  /**
   * @param history epochs of the current run
   */
  ProgressViewModel(ObservableValue<EpochHistory> history) {
    this.history = history;
  }

  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Fraction of the run that is done, 0 to 1; below 0 while it is unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /**
   * Says what can be done before the first run of this window.
   *
   * @param resumable whether there is a run to resume
   * @param reference whether the charts show the reference
   */
  public void idle(boolean resumable, boolean reference) {
    if (idle) {
      headline.set(Messages.get(resumable ? "ui.train.run.idleResumable" : "ui.train.run.idle"));
      detail.set(reference ? Messages.get("ui.train.run.idleDetail") : "");
    }
  }

  void loading() {
    idle = false;
    lastStep = null;
    begun = false;
    fraction.set(-1);
    headline.set(Messages.get("ui.train.run.loading"));
    detail.set("");
  }

  /**
   * Begins a run, once its history is set.
   *
   * @param images images per epoch
   */
  void begin(int images) {
    begun = true;
    estimator = new ProgressEstimator(planned(), images);
    headline.set(Messages.get("ui.train.run.starting"));
    detail.set("");
    fraction.set(history.getValue().fraction());
  }

  /** Shows what is new, once the history has it too. */
  void show(TrainingEventBuffer.Events events, boolean training) {
    events.epochs().forEach(estimator::add);
    StepMetrics last = events.step();
    lastStep = last;
    if (last == null) {
      return;
    }
    fraction.set((last.epoch() - 1 + ProgressEstimator.epochFraction(last)) / planned());
    detail.set(
        Messages.get(
            "ui.train.run.batch",
            last.step(),
            last.steps(),
            Numbers.decimal(last.loss(), 4),
            Numbers.percent(last.accuracy(), 2)));
    if (training) {
      headline.set(headline(last));
    }
  }

  private String headline(StepMetrics last) {
    if (history.getValue().isComplete()) {
      return Messages.get("ui.train.run.writing");
    }
    return last.step() == last.steps()
        ? Messages.get("ui.train.run.validating", last.epoch(), planned())
        : Messages.get(
            "ui.train.run.training",
            last.epoch(),
            planned(),
            Numbers.decimal(estimator.imagesPerSecond(last), 0),
            RunSummary.duration(estimator.remainingSeconds(last)));
  }

  void paused() {
    StepMetrics last = lastStep;
    headline.set(
        last == null
            ? Messages.get("ui.train.run.paused")
            : Messages.get("ui.train.run.pausedInEpoch", last.epoch(), planned()));
  }

  void resumed() {
    headline.set(Messages.get("ui.train.run.resuming"));
  }

  void stopping() {
    headline.set(Messages.get("ui.train.run.stopping"));
  }

  void stopped() {
    StepMetrics last = lastStep;
    ended(
        last == null
            ? Messages.get("ui.train.run.stopped")
            : Messages.get("ui.train.run.stoppedInEpoch", last.epoch(), planned()));
  }

  void failed(String sentence) {
    ended(sentence);
  }

  private void ended(String sentence) {
    headline.set(sentence);
    fraction.set(Math.max(0, fraction.get()));
    if (!begun) {
      return;
    }
    int finished = history.getValue().count();
    detail.set(
        finished == 0
            ? Messages.get("ui.train.run.nothingKept")
            : Messages.get("ui.train.run.epochsKept", finished));
    fraction.set(history.getValue().fraction());
  }

  void done(Model model, Optional<ModelCard> bundled) {
    fraction.set(1);
    headline.set(RunSummary.headline(model.card()));
    detail.set(RunSummary.detail(model, bundled));
  }

  private int planned() {
    return history.getValue().planned();
  }
}
