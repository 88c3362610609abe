package org.digitpad.ui.train.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.i18n.Messages;
import org.digitpad.train.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsViewModelTest {
  private final SettingsViewModel settings = new SettingsViewModel(2);

  @ParameterizedTest
  @ValueSource(strings = {"", "ten", "0", "-3", "1.5", "1001", "99999999999999999999"})
  void refusesAnInvalidNumberOfEpochs(String text) {
    settings.epochs().textProperty().set(text);
    assertThat(settings.epochs().errorProperty().get())
        .isEqualTo(Messages.get("ui.train.settings.notWholeWithin", 1, 1_000));
    assertThat(settings.validProperty().get()).isFalse();
  }

  @Test
  void acceptsANumberAmongSpaces() {
    settings.epochs().textProperty().set("none");
    settings.epochs().textProperty().set(" 3 ");
    assertThat(settings.epochs().errorProperty().get()).isEmpty();
    assertThat(settings.validProperty().get()).isTrue();
  }

  @Test
  void namesNoBoundsForASeed() {
    settings.seed().textProperty().set("x");
    assertThat(settings.seed().errorProperty().get())
        .isEqualTo(Messages.get("ui.train.settings.notWhole"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "fast", "0", "-0.1", "1.01", "0,006", "NaN", "0x1p-3", "1d", "1e-999"})
  void refusesAnInvalidLearningRate(String text) {
    settings.learningRate().textProperty().set(text);
    assertThat(settings.learningRate().errorProperty().get())
        .isEqualTo(Messages.get("ui.train.settings.notLearningRate", "1"));
    assertThat(settings.validProperty().get()).isFalse();
  }

  @Test
  void acceptsALearningRateWithAnExponent() {
    settings.learningRate().textProperty().set(" 2e-3 ");
    assertThat(settings.learningRate().errorProperty().get()).isEmpty();
    assertThat(settings.validProperty().get()).isTrue();
  }

  @Test
  void learningRateFollowsTheRecipeUntilItIsEdited() {
    assertThat(settings.learningRate().textProperty().get())
        .isEqualTo(String.valueOf(Recipe.BEST.rate()));
    settings.recipeProperty().set(Recipe.REFERENCE);
    assertThat(settings.learningRate().textProperty().get()).isEqualTo("0.001");
    settings.learningRate().textProperty().set("0.01");
    settings.recipeProperty().set(Recipe.BEST);
    assertThat(settings.learningRate().textProperty().get()).isEqualTo("0.01");
  }
}
