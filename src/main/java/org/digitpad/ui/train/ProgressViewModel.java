package org.digitpad.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.train.Pace;
import org.digitpad.train.TrainingListener.StepMetrics;
import org.digitpad.train.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** How far a run is, in words and figures. */
public final class ProgressViewModel {
  /** What the reference implementation reached with the same network and recipe. */
  private static final double REFERENCE = 0.9874;

  private final ReadOnlyStringWrapper headline =
      new ReadOnlyStringWrapper(this, "headline", "Nothing trained yet");
  private final ReadOnlyStringWrapper detail =
      new ReadOnlyStringWrapper(
          this, "detail", "The dashed line is the reference run to race against.");
  private final ReadOnlyStringWrapper log = new ReadOnlyStringWrapper(this, "log", "");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");

  private List<EpochMetrics> history = List.of();
  private boolean begun;
  private int epochs = 1;
  private Pace pace = new Pace(1, 1);
  private @Nullable StepMetrics step;

  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** A line an epoch, as Keras prints them. */
  public ReadOnlyStringProperty logProperty() {
    return log.getReadOnlyProperty();
  }

  /** Share of the run that is done, 0 to 1; below 0 while that is unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  List<EpochMetrics> history() {
    return history;
  }

  void loading() {
    history = List.of();
    step = null;
    begun = false;
    fraction.set(-1);
    headline.set("Reading the images…");
    detail.set("");
    log.set("");
  }

  void begin(TrainingSettings settings, int images, List<EpochMetrics> before) {
    epochs = settings.epochs();
    history = before;
    begun = true;
    pace = new Pace(epochs, images);
    headline.set("Starting…");
    detail.set("");
    log.set(lines());
    fraction.set((double) before.size() / epochs);
  }

  void show(LiveFeed.News news, boolean running) {
    if (!news.epochs().isEmpty()) {
      news.epochs().forEach(pace::add);
      history = new ArrayList<>(history);
      history.addAll(news.epochs());
      log.set(lines());
    }
    StepMetrics last = news.step();
    step = last;
    if (last == null) {
      return;
    }
    fraction.set((last.epoch() - 1 + Pace.done(last)) / epochs);
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
    if (history.size() == epochs) {
      headline.set("Writing the model…");
    } else if (last.step() == last.steps()) {
      headline.set(
          String.format("Epoch %d of %d · reading the validation images", last.epoch(), epochs));
    } else {
      headline.set(
          String.format(
              Locale.ROOT,
              "Epoch %d of %d · %,.0f images/s · %s left",
              last.epoch(),
              epochs,
              pace.imagesPerSecond(last),
              time(pace.secondsLeft(last))));
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
    detail.set(
        history.isEmpty()
            ? "No epoch was finished, so there is nothing to go on from."
            : "Finished epochs are kept: you can go on from the end of epoch "
                + history.size()
                + ".");
    fraction.set((double) history.size() / epochs);
  }

  void done(ModelCard card, Optional<ModelCard> bundled) {
    fraction.set(1);
    headline.set(
        String.format(
            Locale.ROOT,
            "%.2f%% of the %,d validation images read right",
            100 * card.valAccuracy(),
            card.validatedOn()));
    boolean sameImages =
        bundled.filter(other -> other.dataSha256().equals(card.dataSha256())).isPresent();
    String took = String.format(Locale.ROOT, "Trained in %s.", time(card.seconds()));
    detail.set(
        sameImages
            ? String.format(
                Locale.ROOT,
                "%s The bundled model: %.2f%%. The reference: %.2f%%.",
                took,
                100 * bundled.get().valAccuracy(),
                100 * REFERENCE)
            : took + " These are other images than the bundled model was measured on.");
  }

  private String place() {
    StepMetrics last = step;
    return last == null ? "" : String.format(" in epoch %d of %d", last.epoch(), epochs);
  }

  private String lines() {
    return history.stream()
        .map(
            epoch ->
                String.format(
                    Locale.ROOT,
                    "Epoch %d/%d - %.1fs - loss: %.4f - acc: %.4f - val_loss: %.4f - val_acc: %.4f",
                    epoch.epoch(),
                    epochs,
                    epoch.seconds(),
                    epoch.loss(),
                    epoch.accuracy(),
                    epoch.valLoss(),
                    epoch.valAccuracy()))
        .collect(Collectors.joining("\n"));
  }

  private static String time(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 100) {
      return whole + " s";
    }
    long minutes = Math.round(whole / 60.0);
    return minutes < 100
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
  }
}
