package org.digitpad.ui.train.run;

import java.util.Optional;
import java.util.OptionalDouble;
import org.digitpad.evaluate.ReferenceResults;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;

/**
 * Sums up a finished run: its accuracy, its time, and the bundled model's and the reference's
 * accuracy.
 */
final class RunSummary {
  private static final int SECONDS_UP_TO = 100;
  private static final int MINUTES_UP_TO = 100;

  private RunSummary() {}

  static String headline(ModelCard card) {
    return Messages.plural(
        "ui.train.run.validationAccuracy", card.validatedOn(), percent(card.valAccuracy()));
  }

  /**
   * The training time, and the accuracy of the bundled model and of the reference where they were
   * measured on the same images.
   *
   * @param bundled card of the bundled model of the same architecture
   */
  static String detail(Model model, Optional<ModelCard> bundled) {
    ModelCard card = model.card();
    String time = duration(card.seconds());
    return bundled
        .filter(other -> other.dataSha256().equals(card.dataSha256()))
        .map(other -> comparison(time, percent(other.valAccuracy()), model.architecture().name()))
        .orElseGet(() -> Messages.get("ui.train.run.trainedOnOther", time));
  }

  /** The reference published the validation accuracy of one network only. */
  private static String comparison(String time, String bundled, String architecture) {
    OptionalDouble validation = ReferenceResults.validationAccuracy(architecture);
    if (validation.isPresent()) {
      return Messages.get(
          "ui.train.run.comparedByValidation", time, bundled, percent(validation.getAsDouble()));
    }
    OptionalDouble test = ReferenceResults.testAccuracy(architecture);
    return test.isPresent()
        ? Messages.get("ui.train.run.comparedByTest", time, bundled, percent(test.getAsDouble()))
        : Messages.get("ui.train.run.comparedToBundled", time, bundled);
  }

  /** A time in seconds, minutes or hours, to at most two or three digits. */
  static String duration(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < SECONDS_UP_TO) {
      return Messages.get("ui.train.run.seconds", whole);
    }
    long minutes = Math.round(whole / 60.0);
    return minutes < MINUTES_UP_TO
        ? Messages.get("ui.train.run.minutes", minutes)
        : Messages.get("ui.train.run.hours", minutes / 60, minutes % 60);
  }

  private static String percent(double accuracy) {
    return Numbers.percent(accuracy, 2);
  }
}
