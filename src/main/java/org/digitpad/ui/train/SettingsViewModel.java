package org.digitpad.ui.train;

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
public final class SettingsViewModel {
  private static final int MOST_EPOCHS = 1_000;
  private static final int MOST_IMAGES_A_STEP = 10_000;
  private static final int MOST_THREADS = 256;

  private final ObjectProperty<Architecture> architecture =
      new SimpleObjectProperty<>(this, "architecture", Architectures.all().get(0));
  private final ObjectProperty<Recipe> recipe =
      new SimpleObjectProperty<>(this, "recipe", Recipe.BEST);
  private final IntegerSetting epochs = new IntegerSetting("Epochs", 1, MOST_EPOCHS, 10);
  private final IntegerSetting batch =
      new IntegerSetting("Batch", 1, MOST_IMAGES_A_STEP, Recipe.BEST.batchSize());
  private final LearningRateSetting rate =
      new LearningRateSetting("Rate", Recipe.BEST.learningRate());
  private final IntegerSetting seed = new IntegerSetting("Seed", Long.MIN_VALUE, Long.MAX_VALUE, 1);
  private final IntegerSetting threads;
  private final BooleanBinding valid;

  /**
   * @param processors threads to use if nobody says otherwise
   */
  SettingsViewModel(int processors) {
    threads = new IntegerSetting("Threads", 1, MOST_THREADS, Math.min(processors, MOST_THREADS));
    recipe.addListener((property, before, now) -> followRecipe(before, now));
    valid =
        Bindings.createBooleanBinding(
            () -> numbers().stream().allMatch(number -> number.errorProperty().get().isEmpty()),
            numbers().stream().map(NumberSetting::errorProperty).toArray(Observable[]::new));
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

  /** Passes over all training images. */
  public NumberSetting epochs() {
    return epochs;
  }

  /** Images a step. */
  public NumberSetting batch() {
    return batch;
  }

  /** How far a step goes. */
  public NumberSetting rate() {
    return rate;
  }

  /** What chance begins with. */
  public NumberSetting seed() {
    return seed;
  }

  /** Processors to use. */
  public NumberSetting threads() {
    return threads;
  }

  private List<NumberSetting> numbers() {
    return List.of(epochs, batch, rate, seed, threads);
  }

  /** Whether all that was typed can be used. */
  public BooleanBinding validProperty() {
    return valid;
  }

  /** Shows the choices of a run from before, which any number of threads can go on with. */
  void adopt(TrainingSettings settings) {
    architecture.set(settings.architecture());
    Recipe.named(settings.recipe().name()).ifPresent(recipe::set);
    epochs.set(settings.epochs());
    batch.set(settings.recipe().batchSize());
    rate.set(settings.recipe().learningRate());
    seed.set(settings.seed());
    if (!threads.errorProperty().get().isEmpty()) {
      threads.set(settings.threads());
    }
  }

  int threadCount() {
    return (int) threads.value();
  }

  /** The settings as chosen now. */
  TrainingSettings settings() {
    return new TrainingSettings(
        architecture.get(),
        recipe.get().withBatchSize((int) batch.value()).withLearningRate(rate.value()),
        (int) epochs.value(),
        seed.value(),
        threadCount());
  }

  /** A batch or rate that nobody changed changes with the recipe. */
  private void followRecipe(Recipe before, Recipe now) {
    if (rate.textProperty().get().equals(LearningRateSetting.text(before.learningRate()))) {
      rate.set(now.learningRate());
    }
    if (batch.textProperty().get().equals(String.valueOf(before.batchSize()))) {
      batch.set(now.batchSize());
    }
  }
}
