package org.digitpad.ui.train.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingListener;
import org.digitpad.ui.chart.Curve;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the training thread tells, in bounded memory, until the window has a moment for it.
 */
final class TrainingEventBuffer implements TrainingListener {
  /**
   * All that is new.
   *
   * @param step the last step
   * @param batches the whole curve of batches
   * @param epochs epochs that have ended since the last time
   * @param validation the last epoch's; null if none has ended
   */
  record News(
      @Nullable StepMetrics step,
      Curve batches,
      List<EpochMetrics> epochs,
      @Nullable Evaluation validation) {}

  // guarded by this
  private final StepCurve curve = new StepCurve();
  private @Nullable StepMetrics step;
  private List<EpochMetrics> epochs = new ArrayList<>();
  private @Nullable Evaluation validation;
  private boolean fresh;

  @Override
  public synchronized void onStep(StepMetrics next) {
    curve.add(next);
    step = next;
    fresh = true;
  }

  @Override
  public synchronized void onValidation(int epoch, Evaluation next) {
    validation = next;
  }

  @Override
  public synchronized void onEpoch(EpochMetrics epoch) {
    epochs.add(epoch);
    fresh = true;
  }

  /** Takes what has come since the last time, if anything has. */
  synchronized Optional<News> drain() {
    if (!fresh) {
      return Optional.empty();
    }
    News news =
        new News(
            step,
            curve.toCurve("Batches", "curve-batches"),
            epochs,
            epochs.isEmpty() ? null : validation);
    epochs = new ArrayList<>();
    fresh = false;
    return Optional.of(news);
  }
}
