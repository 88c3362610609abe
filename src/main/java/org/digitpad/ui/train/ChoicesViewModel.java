package org.digitpad.ui.train;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.train.Recipe;
import org.digitpad.train.TrainingSettings;

/** How to train. Every choice has a default that trains well. */
public final class ChoicesViewModel {
  private static final int MOST_EPOCHS = 1_000;
  private static final int MOST_IMAGES_A_STEP = 10_000;
  private static final int MOST_THREADS = 256;

  private final ObjectProperty<Architecture> architecture =
      new SimpleObjectProperty<>(this, "architecture", Architectures.all().get(0));
  private final ObjectProperty<Recipe> recipe =
      new SimpleObjectProperty<>(this, "recipe", Recipe.BEST);
  private final NumberChoice epochs = new NumberChoice("Epochs", 1, MOST_EPOCHS, 10);
  private final NumberChoice batch =
      new NumberChoice("Batch", 1, MOST_IMAGES_A_STEP, Recipe.BEST.batch());
  private final NumberChoice seed = new NumberChoice("Seed", Long.MIN_VALUE, Long.MAX_VALUE, 1);
  private final NumberChoice threads;
  private final BooleanBinding valid;

  /**
   * @param processors threads to use if nobody says otherwise
   */
  ChoicesViewModel(int processors) {
    threads = new NumberChoice("Threads", 1, MOST_THREADS, Math.min(processors, MOST_THREADS));
    recipe.addListener((property, before, now) -> followRecipe(before, now));
    valid =
        Bindings.createBooleanBinding(
            () -> numbers().stream().allMatch(number -> number.errorProperty().get().isEmpty()),
            numbers().stream().map(NumberChoice::errorProperty).toArray(Observable[]::new));
  }

  public List<Architecture> architectures() {
    return Architectures.all();
  }

  public ObjectProperty<Architecture> architectureProperty() {
    return architecture;
  }

  public ObjectProperty<Recipe> recipeProperty() {
    return recipe;
  }

  /** Epochs, batch, seed and threads. */
  public List<NumberChoice> numbers() {
    return List.of(epochs, batch, seed, threads);
  }

  /** Whether all that was typed can be used. */
  public BooleanBinding validProperty() {
    return valid;
  }

  /** Shows the choices of a run from before. */
  void adopt(TrainingSettings settings) {
    architecture.set(settings.architecture());
    Recipe.named(settings.recipe().name()).ifPresent(recipe::set);
    epochs.set(settings.epochs());
    batch.set(settings.recipe().batch());
    seed.set(settings.seed());
  }

  int threadCount() {
    return (int) threads.value();
  }

  /** The settings for a run whose model goes to a file. */
  TrainingSettings settings(Path output) {
    return new TrainingSettings(
        architecture.get(),
        recipe.get().withBatch((int) batch.value()),
        (int) epochs.value(),
        seed.value(),
        threadCount(),
        output);
  }

  /** A batch that nobody changed changes with the recipe. */
  private void followRecipe(Recipe before, Recipe now) {
    if (batch.textProperty().get().equals(String.valueOf(before.batch()))) {
      batch.set(now.batch());
    }
  }
}
