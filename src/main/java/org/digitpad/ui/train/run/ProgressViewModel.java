package org.digitpad.ui.train.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.train.ProgressEstimator;
import org.digitpad.train.TrainingListener.StepMetrics;
import org.digitpad.train.TrainingSettings;
import org.digitpad.ui.train.EpochsViewModel;
import org.jspecify.annotations.Nullable;

/** How far a run is, in words and as a share. */
public final class ProgressViewModel {
  private final ReadOnlyStringWrapper headline =
      new ReadOnlyStringWrapper(this, "headline", "Nothing trained yet");
  private final ReadOnlyStringWrapper detail =
      new ReadOnlyStringWrapper(
          this, "detail", "The dashed line is the reference run to race against.");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
  private final EpochsViewModel epochs = new EpochsViewModel();

  private boolean begun;
  private ProgressEstimator pace = new ProgressEstimator(1, 1);
  private @Nullable StepMetrics step;

  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Share of the run that is done, 0 to 1; below 0 while that is unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  public EpochsViewModel epochs() {
    return epochs;
  }

  void loading() {
    epochs.begin(1, List.of());
    step = null;
    begun = false;
    fraction.set(-1);
    headline.set("Reading the images…");
    detail.set("");
  }

  void begin(TrainingSettings settings, int images, List<EpochMetrics> before) {
    epochs.begin(settings.epochs(), before);
    begun = true;
    pace = new ProgressEstimator(settings.epochs(), images);
    headline.set("Starting…");
    detail.set("");
    fraction.set(shareOfEpochs());
  }

  void show(TrainingEventBuffer.News news, boolean running) {
    news.epochs().forEach(pace::add);
    epochs.add(news.epochs());
    StepMetrics last = news.step();
    step = last;
    if (last == null) {
      return;
    }
    fraction.set((last.epoch() - 1 + ProgressEstimator.epochFraction(last)) / epochs.length());
    detail.set(
        String.format(
            Locale.ROOT,
            "Batch %,d of %,d · loss %.4f · accuracy %.2f%%",
            last.step(),
            last.steps(),
            last.loss(),
            100 * last.accuracy()));
    if (running) {
      tell(last);
    }
  }

  private void tell(StepMetrics last) {
    if (epochs.history().size() == epochs.length()) {
      headline.set("Writing the model…");
    } else if (last.step() == last.steps()) {
      headline.set(
          String.format(
              "Epoch %d of %d · reading the validation images", last.epoch(), epochs.length()));
    } else {
      headline.set(
          String.format(
              Locale.ROOT,
              "Epoch %d of %d · %,.0f images/s · %s left",
              last.epoch(),
              epochs.length(),
              pace.imagesPerSecond(last),
              RunSummary.duration(pace.remainingSeconds(last))));
    }
  }

  void paused() {
    headline.set("Paused" + place());
  }

  void resumed() {
    headline.set("Going on…");
  }

  void stopping() {
    headline.set("Stopping after this batch…");
  }

  /** What to say of a run that was stopped. */
  String stoppedSentence() {
    return "Stopped" + place() + ".";
  }

  void ended(String sentence) {
    headline.set(sentence);
    fraction.set(Math.max(0, fraction.get()));
    if (!begun) {
      return;
    }
    int finished = epochs.history().size();
    detail.set(
        finished == 0
            ? "No epoch was finished, so there is nothing to go on from."
            : "Finished epochs are kept: you can go on from the end of epoch " + finished + ".");
    fraction.set(shareOfEpochs());
  }

  void done(Model model, Optional<ModelCard> bundled) {
    ModelCard card = model.card();
    fraction.set(1);
    headline.set(RunSummary.headline(card));
    detail.set(RunSummary.detail(model, bundled));
  }

  private double shareOfEpochs() {
    return (double) epochs.history().size() / epochs.length();
  }

  private String place() {
    StepMetrics last = step;
    return last == null ? "" : String.format(" in epoch %d of %d", last.epoch(), epochs.length());
  }
}
