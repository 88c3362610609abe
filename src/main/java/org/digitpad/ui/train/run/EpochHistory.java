package org.digitpad.ui.train.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.EpochLine;

/**
 * The epochs of a run so far. {@link RunViewModel} owns the one of the current run; charts,
 * progress and the epoch log observe it there.
 *
 * @param planned epochs in the whole run
 * @param finished metrics of the finished epochs, those from before a resume included
 */
public record EpochHistory(int planned, List<EpochMetrics> finished) {
  /** No run yet; the charts then show ten epochs. */
  static final EpochHistory NONE = new EpochHistory(10, List.of());

  public EpochHistory {
    finished = List.copyOf(finished);
  }

  /** The same run with more finished epochs. */
  EpochHistory with(List<EpochMetrics> more) {
    return new EpochHistory(planned, Stream.concat(finished.stream(), more.stream()).toList());
  }

  int count() {
    return finished.size();
  }

  /** Whether all planned epochs are finished. */
  boolean isComplete() {
    return count() == planned;
  }

  /** Share of the planned epochs that is finished, 0 to 1. */
  double fraction() {
    return (double) count() / planned;
  }

  /** One line per epoch, in the format of Keras. */
  String log() {
    return finished.stream()
        .map(epoch -> EpochLine.of(epoch, planned))
        .collect(Collectors.joining("\n"));
  }
}
