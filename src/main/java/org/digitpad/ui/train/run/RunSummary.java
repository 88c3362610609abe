package org.digitpad.ui.train.run;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;

/** Says what came of a run, and how that compares. */
final class RunSummary {
  /** What the reference implementation reached with each network, in percent. */
  private static final Map<String, Double> REFERENCE =
      Map.of("conv-gru", 98.74, "lstm", 98.39, "mlp", 93.68);

  private RunSummary() {}

  static String headline(ModelCard card) {
    return String.format(
        Locale.ROOT,
        "%.2f%% of the %,d validation images read right",
        100 * card.valAccuracy(),
        card.validatedOn());
  }

  /**
   * How long it took, and how others read the same images, where they were measured on them.
   *
   * @param bundled the card of the model of this architecture that comes with DigitPad
   */
  static String detail(Model model, Optional<ModelCard> bundled) {
    ModelCard card = model.card();
    String took = String.format("Trained in %s.", duration(card.seconds()));
    return bundled
        .filter(other -> other.dataSha256().equals(card.dataSha256()))
        .map(
            other ->
                String.format(
                    Locale.ROOT,
                    "%s The bundled model: %.2f%%. The reference: %.2f%%.",
                    took,
                    100 * other.valAccuracy(),
                    REFERENCE.get(model.architecture().name())))
        .orElse(took + " These are other images than the bundled model was measured on.");
  }

  /** A time in seconds, minutes or hours, as exact as anybody wants to know. */
  static String duration(double seconds) {
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
