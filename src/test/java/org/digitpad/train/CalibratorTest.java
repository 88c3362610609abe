package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Batch;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.train.Calibrator.Calibrated;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CalibratorTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  private static final TrainingData DATA = TrainingData.of(new BuiltinDataset(3_000, 10));

  private static final TrainingSettings SETTINGS =
      new TrainingSettings(CONV_GRU, Recipe.BEST, 1, 1, 1);

  private static float[] trained;
  private static Calibrated calibrated;

  @BeforeAll
  static void calibrate() {
    trained = ModelFile.read(Path.of("models/conv-gru.safetensors")).parameters();
    calibrated = Calibrator.calibrate(SETTINGS, DATA, trained);
  }

  @Test
  void dividesTheLastLayerAlone() {
    int last = CONV_GRU.parameterCount() - 170;
    double temperature = calibrated.calibration().temperature();

    assertThat(temperature).isBetween(0.5, 3.0).isNotEqualTo(1);
    assertThat(calibrated.parameters()).startsWith(Arrays.copyOf(trained, last));
    for (int i = last; i < trained.length; i++) {
      assertThat((double) calibrated.parameters()[i])
          .isCloseTo(trained[i] / temperature, within(1e-6));
    }
  }

  @Test
  void keepsThePredictions() {
    LabeledImages digits = BuiltinDigits.images(1_000, 9);

    Evaluation before = Evaluator.evaluate(CONV_GRU, trained, digits, 1);
    Evaluation after = Evaluator.evaluate(CONV_GRU, calibrated.parameters(), digits, 1);

    assertThat(after.confusion()).isEqualTo(before.confusion());
    assertThat(after.loss()).isLessThan(before.loss());
    assertThat(after.ece()).isLessThan(before.ece());
  }

  @Test
  void isReproducible() {
    Calibrated again = Calibrator.calibrate(SETTINGS, DATA, trained);

    assertThat(again.calibration()).isEqualTo(calibrated.calibration());
    assertThat(again.parameters()).isEqualTo(calibrated.parameters());
  }

  @Test
  void isIdempotent() {
    Calibrated twice = Calibrator.calibrate(SETTINGS, DATA, calibrated.parameters());

    assertThat(twice.calibration().temperature()).isCloseTo(1, within(1e-3));
    assertThat(twice.calibration().minLogSumExp())
        .isCloseTo(calibrated.calibration().minLogSumExp(), within(1e-2));
  }

  /** On the images that it calibrates on, the share that the threshold rejects is exact. */
  @Test
  void rejectsThreeQuartersOfAPercentOfTheCorrectDigits() {
    List<Batch> batches =
        List.of(
            sampler(DATA.training(), Augmentation.HANDWRITING).batch(0, 6_000),
            sampler(BuiltinDigits.images(4_000, 4), Augmentation.NONE).batch(0, 4_000));
    float[] pixels = new float[DigitImage.PIXELS];
    int correct = 0;
    int rejected = 0;
    Classifier classifier = new Classifier(CONV_GRU, calibrated.parameters());
    for (Batch batch : batches) {
      for (int i = 0; i < batch.size(); i++) {
        batch.copyImage(i, pixels, 0);
        if (ArgMax.of(classifier.classify(pixels)) == batch.label(i)) {
          correct++;
          rejected += classifier.logSumExp() < calibrated.calibration().minLogSumExp() ? 1 : 0;
        }
      }
    }

    assertThat(correct).isBetween(6_000, 7_000);
    assertThat(rejected).isEqualTo((int) (0.0075 * correct));
  }

  private static EpochSampler sampler(LabeledImages images, Augmentation augmentation) {
    return new EpochSampler(EpochImages.only(images, augmentation), SETTINGS.seed(), 0);
  }

  @Test
  void rejectsFewOfTheCorrectDigits() {
    LabeledImages digits = BuiltinDigits.images(4_000, 9);
    float[] pixels = new float[DigitImage.PIXELS];
    int correct = 0;
    int rejected = 0;
    Classifier classifier = new Classifier(CONV_GRU, calibrated.parameters());
    for (int i = 0; i < digits.size(); i++) {
      digits.copyImage(i, pixels, 0);
      float[] probabilities = classifier.classify(pixels);
      if (ArgMax.of(probabilities) == digits.label(i)) {
        correct++;
        rejected += classifier.logSumExp() < calibrated.calibration().minLogSumExp() ? 1 : 0;
      }
    }

    assertThat((double) rejected / correct).isBetween(0.001, 0.02);
  }
}
