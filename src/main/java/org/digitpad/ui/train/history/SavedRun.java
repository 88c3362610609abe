package org.digitpad.ui.train.history;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * A model that a run has left.
 *
 * @param name what people call it
 * @param model with its card
 * @param path its file; null if it comes with DigitPad
 */
public record SavedRun(String name, Model model, @Nullable Path path) {
  public Optional<Path> file() {
    return Optional.ofNullable(path);
  }

  /** How it was trained, such as "best, 10 epochs, batch 128, seed 1". */
  public String recipe() {
    ModelCard card = model.card();
    return String.format(
        Locale.ROOT,
        "%s, %d %s, batch %d, seed %d",
        card.recipe(),
        card.epochs(),
        card.epochs() == 1 ? "epoch" : "epochs",
        card.batchSize(),
        card.seed());
  }

  public String accuracy() {
    return String.format(Locale.ROOT, "%.2f%%", 100 * model.card().valAccuracy());
  }

  /** Name and size for the pad. */
  public String title() {
    return String.format(
        Locale.ROOT,
        "%s · %,d parameters",
        path == null ? model.architecture().title() : name,
        model.architecture().parameterCount());
  }
}
