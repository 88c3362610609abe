package org.digitpad.ui.train.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingListener;
import org.digitpad.ui.chart.Curve;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Buffers the events of the training thread, in bounded memory, until the UI thread drains them.
 * Thread-safe.
 */
final class TrainingEventBuffer implements TrainingListener {
  /**
   * All that is new.
   *
   * @param step the last step; null if there was none yet
   * @param batches the curve of all batches so far
   * @param epochs epochs that have finished since the last drain
   * @param validation the last epoch's evaluation; null if no epoch has finished since
   */
  record Events(
      @Nullable StepMetrics step,
      Curve batches,
      List<EpochMetrics> epochs,
      @Nullable Evaluation validation) {}

  // guarded by this
  private final StepCurve curve = new StepCurve();
  private @Nullable StepMetrics step;
  private List<EpochMetrics> epochs = new ArrayList<>();
  private @Nullable Evaluation validation;
  private boolean changed;

  /** The window has offered the run from the intact checkpoint already. */
  @Override
  public void onNotice(String sentence) {
    LoggerFactory.getLogger(TrainingEventBuffer.class).warn(sentence);
  }

  @Override
  public synchronized void onStep(StepMetrics next) {
    curve.add(next);
    step = next;
    changed = true;
  }

  @Override
  public synchronized void onValidation(int epoch, Evaluation next) {
    validation = next;
  }

  @Override
  public synchronized void onEpoch(EpochMetrics epoch) {
    epochs.add(epoch);
    changed = true;
  }

  /** Returns the events since the last call; empty if there are none. */
  synchronized Optional<Events> drain() {
    if (!changed) {
      return Optional.empty();
    }
    Events events =
        new Events(
            step,
            curve.toCurve(Messages.get("ui.train.run.curve.batches"), "curve-batches"),
            epochs,
            epochs.isEmpty() ? null : validation);
    epochs = new ArrayList<>();
    changed = false;
    return Optional.of(events);
  }
}
