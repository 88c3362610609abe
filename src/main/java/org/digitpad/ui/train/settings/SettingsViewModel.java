package org.digitpad.ui.train.settings;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.train.Recipe;
import org.digitpad.train.TrainingSettings;

/** The training settings. The defaults train well. */
public final class SettingsViewModel {
  private static final int MAX_EPOCHS = 1_000;
  private static final int MAX_BATCH_SIZE = 10_000;
  private static final int MAX_THREADS = 256;

  private final ObjectProperty<Architecture> architecture =
      new SimpleObjectProperty<>(this, "architecture", Architectures.all().get(0));
  private final ObjectProperty<Recipe> recipe =
      new SimpleObjectProperty<>(this, "recipe", Recipe.BEST);
  private final IntegerSetting epochs =
      new IntegerSetting("epochs", Messages.get("ui.train.settings.epochs"), 1, MAX_EPOCHS, 10);
  private final IntegerSetting batchSize =
      new IntegerSetting(
          "batch",
          Messages.get("ui.train.settings.batchSize"),
          1,
          MAX_BATCH_SIZE,
          Recipe.BEST.batchSize());
  private final LearningRateSetting learningRate =
      new LearningRateSetting(
          "rate", Messages.get("ui.train.settings.learningRate"), Recipe.BEST.learningRate());
  private final IntegerSetting seed =
      new IntegerSetting(
          "seed", Messages.get("ui.train.settings.seed"), Long.MIN_VALUE, Long.MAX_VALUE, 1);
  private final IntegerSetting threads;
  private final BooleanBinding valid;

  /**
   * @param processors the default number of threads
   */
  public SettingsViewModel(int processors) {
    threads =
        new IntegerSetting(
            "threads",
            Messages.get("ui.train.settings.threads"),
            1,
            MAX_THREADS,
            Math.min(processors, MAX_THREADS));
    recipe.addListener((property, before, now) -> followRecipe(before, now));
    valid =
        Bindings.createBooleanBinding(
            () -> numbers().stream().allMatch(number -> number.errorProperty().get().isEmpty()),
            numbers().stream().map(NumberSetting::errorProperty).toArray(Observable[]::new));
  }

  public List<Architecture> architectures() {
    return Architectures.ofImages();
  }

  public ObjectProperty<Architecture> architectureProperty() {
    return architecture;
  }

  public ObjectProperty<Recipe> recipeProperty() {
    return recipe;
  }

  /** Passes over the training images. */
  public NumberSetting epochs() {
    return epochs;
  }

  /** Images per step. */
  public NumberSetting batchSize() {
    return batchSize;
  }

  /** The learning rate, at its peak where the recipe changes it. */
  public NumberSetting learningRate() {
    return learningRate;
  }

  /** Seed of the initial parameters and of the order of images. */
  public NumberSetting seed() {
    return seed;
  }

  /** Threads that share each batch. */
  public NumberSetting threads() {
    return threads;
  }

  private List<NumberSetting> numbers() {
    return List.of(epochs, batchSize, learningRate, seed, threads);
  }

  /** Whether all fields hold valid numbers. */
  public BooleanBinding validProperty() {
    return valid;
  }

  /** Shows the settings of an earlier run. The threads stay: they do not change the result. */
  public void show(TrainingSettings settings) {
    architecture.set(settings.architecture());
    Recipe.named(settings.recipe().name()).ifPresent(recipe::set);
    epochs.set(settings.epochs());
    batchSize.set(settings.recipe().batchSize());
    learningRate.set(settings.recipe().learningRate());
    seed.set(settings.seed());
    if (!threads.errorProperty().get().isEmpty()) {
      threads.set(settings.threads());
    }
  }

  public int threadCount() {
    return (int) threads.value();
  }

  /** The settings as they are now. */
  public TrainingSettings settings() {
    return new TrainingSettings(
        architecture.get(),
        recipe.get().withBatchSize((int) batchSize.value()).withLearningRate(learningRate.value()),
        (int) epochs.value(),
        seed.value(),
        threadCount());
  }

  /** Takes over the recipe's batch size and learning rate, unless they were changed by hand. */
  private void followRecipe(Recipe before, Recipe now) {
    if (learningRate
        .textProperty()
        .get()
        .equals(LearningRateSetting.format(before.learningRate()))) {
      learningRate.set(now.learningRate());
    }
    if (batchSize.textProperty().get().equals(String.valueOf(before.batchSize()))) {
      batchSize.set(now.batchSize());
    }
  }
}
