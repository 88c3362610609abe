package org.digitpad.ui.train.history;

import java.nio.file.Path;
import java.util.Optional;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * The model of a finished run.
 *
 * @param name name in the window
 * @param model with its card
 * @param path its file; null if it is bundled with DigitPad
 */
public record SavedRun(String name, Model model, @Nullable Path path) {
  public Optional<Path> file() {
    return Optional.ofNullable(path);
  }

  /** How it was trained, such as "best, 10 epochs, batch size 128, seed 1". */
  public String recipe() {
    ModelCard card = model.card();
    return Messages.plural(
        "ui.train.history.recipe",
        card.epochs(),
        card.recipe(),
        String.valueOf(card.batch()),
        String.valueOf(card.seed()));
  }

  public String accuracy() {
    return Numbers.percent(model.card().valAccuracy(), 2);
  }

  /** Name and size for the pad. */
  public String title() {
    return Messages.get(
        "ui.train.history.title",
        path == null ? model.architecture().title() : name,
        model.architecture().parameters());
  }
}
