package org.digitpad.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.digitpad.nn.model.EpochMetrics;

/** The epochs that are over. */
public final class EpochsViewModel {
  private final ReadOnlyStringWrapper log = new ReadOnlyStringWrapper(this, "log", "");
  private List<EpochMetrics> history = List.of();
  private int length = 1;

  /** A line an epoch, as Keras prints them. */
  public ReadOnlyStringProperty logProperty() {
    return log.getReadOnlyProperty();
  }

  public List<EpochMetrics> history() {
    return history;
  }

  /** How many epochs the run is to have. */
  public int length() {
    return length;
  }

  /** Begins a run, with the epochs that it has already. */
  public void begin(int newLength, List<EpochMetrics> before) {
    length = newLength;
    history = before;
    log.set(lines());
  }

  public void add(List<EpochMetrics> more) {
    if (!more.isEmpty()) {
      history = new ArrayList<>(history);
      history.addAll(more);
      log.set(lines());
    }
  }

  private String lines() {
    return history.stream()
        .map(
            epoch ->
                String.format(
                    Locale.ROOT,
                    "Epoch %d/%d - %.1fs - loss: %.4f - acc: %.4f - val_loss: %.4f - val_acc: %.4f",
                    epoch.epoch(),
                    length,
                    epoch.seconds(),
                    epoch.loss(),
                    epoch.accuracy(),
                    epoch.valLoss(),
                    epoch.valAccuracy()))
        .collect(Collectors.joining("\n"));
  }
}
