package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.digitpad.nn.arch.Architectures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecipeTest {
  @Test
  void referenceHasAConstantLearningRate() {
    assertThat(Recipe.REFERENCE.batchSize()).isEqualTo(128);
    for (double rate : learningRates(Recipe.REFERENCE, 4_690)) {
      assertThat(rate).isEqualTo(0.001);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 30, 469, 4_690})
  void theLearningRateOfBestRisesAndThenFallsToNearlyZero(int steps) {
    double[] rates = learningRates(Recipe.BEST, steps);

    int peak =
        IntStream.range(0, steps).reduce((a, b) -> rates[b] > rates[a] ? b : a).orElseThrow();
    assertThat(rates[peak]).isCloseTo(0.005, within(0.0005));
    assertThat((double) peak / steps).isBetween(0.2, 0.45);
    assertThat(rates[0]).isCloseTo(0.005 / 25, within(1e-9));
    for (int step = 1; step < steps; step++) {
      assertThat(rates[step] > rates[step - 1]).isEqualTo(step <= peak);
    }
    assertThat(rates[steps - 1]).isPositive().isLessThan(1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void bestHasALearningRateForEveryStepOfTheShortestTraining(int steps) {
    for (double rate : learningRates(Recipe.BEST, steps)) {
      assertThat(rate).isPositive().isLessThanOrEqualTo(0.005);
    }
  }

  @Test
  void otherThreadsAreNoOtherTraining() {
    TrainingSettings settings = settings(Recipe.BEST, 3, 7, 1);
    assertThat(settings.withThreads(4))
        .isEqualTo(
            new TrainingSettings(Architectures.CONV_GRU, Recipe.BEST.withBatchSize(7), 3, 1, 4));
  }

  @Test
  void isFoundByName() {
    assertThat(Recipe.named("best")).contains(Recipe.BEST);
    assertThat(Recipe.named("reference")).contains(Recipe.REFERENCE);
    assertThat(Recipe.named("Best")).isEmpty();
    assertThat(Recipe.BEST.withBatchSize(7))
        .isEqualTo(
            new Recipe(
                "best",
                7,
                Recipe.BEST.optimizer(),
                Recipe.BEST.augmentation(),
                Recipe.BEST.builtinShare(),
                Recipe.BEST.nonDigitShare(),
                Recipe.BEST.unfinishedShare(),
                Recipe.BEST.views()));
  }

  @Test
  void canHaveAnotherLearningRate() {
    assertThat(Recipe.REFERENCE.learningRate()).isEqualTo(0.001);
    assertThat(Recipe.BEST.learningRate()).isEqualTo(0.005);
    for (double rate : learningRates(Recipe.REFERENCE.withLearningRate(0.002), 9)) {
      assertThat(rate).isEqualTo(0.002);
    }
    double[] usual = learningRates(Recipe.BEST, 100);
    double[] doubled = learningRates(Recipe.BEST.withLearningRate(0.01), 100);
    for (int step = 0; step < usual.length; step++) {
      assertThat(doubled[step]).isCloseTo(2 * usual[step], within(1e-12));
    }
    assertThat(Recipe.BEST.withLearningRate(0.5).withLearningRate(Recipe.BEST.learningRate()))
        .isEqualTo(Recipe.BEST);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1})
  void acceptsLearningRatesUpToOne(double rate) {
    assertThat(Recipe.BEST.withLearningRate(rate).learningRate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, 1.0001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesLearningRatesOutOfRange(double rate) {
    assertThatThrownBy(() -> Recipe.BEST.withLearningRate(rate))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"60000,128,469", "128,128,1", "129,128,2", "1,128,1", "3,1,3", "60000,2147483647,1"})
  void countsTheSmallerLastBatchAsAStep(int images, int batch, int steps) {
    TrainingSettings settings = settings(Recipe.REFERENCE, 1, batch, 1);

    assertThat(settings.stepsPerEpoch(images)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "60000,40000,12000,3000",
    "50000,33333,10000,2500",
    "6,4,1,0",
    "1,1,0,0",
  })
  void bestShowsEachImageTwiceAndAddsOthers(
      int images, int builtin, int nonDigits, int unfinished) {
    assertThat(Recipe.BEST.views()).isEqualTo(2);
    assertThat(Recipe.BEST.builtinDigits(images)).isEqualTo(builtin);
    assertThat(Recipe.BEST.nonDigits(images)).isEqualTo(nonDigits);
    assertThat(Recipe.BEST.unfinishedDigits(images)).isEqualTo(unfinished);
    int all = 2 * images + builtin + nonDigits + unfinished;
    assertThat(Recipe.BEST.imagesPerEpoch(images)).isEqualTo(all);
    assertThat(settings(Recipe.BEST, 1, 1, 1).stepsPerEpoch(images)).isEqualTo(all);
    assertThat(Recipe.REFERENCE.imagesPerEpoch(images)).isEqualTo(images);
  }

  @Test
  void refusesSettingsBelowOne() {
    assertThatThrownBy(() -> settings(Recipe.BEST, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings(Recipe.BEST, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings(Recipe.BEST, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TrainingSettings settings(Recipe recipe, int epochs, int batchSize, int threads) {
    return new TrainingSettings(
        Architectures.CONV_GRU, recipe.withBatchSize(batchSize), epochs, 1, threads);
  }

  private static double[] learningRates(Recipe recipe, int steps) {
    var updater = recipe.optimizer().updater(steps);
    return IntStream.range(0, steps)
        .mapToDouble(step -> updater.getLearningRate(step, 0))
        .toArray();
  }
}
