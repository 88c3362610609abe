package org.digitpad.train;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.data.synth.PenDrawings;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.PixelRenderer;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.dl4j.Batch;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.kernel.LogitSum;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.Model;

/**
 * Calibrates a trained network: scales its logits by a temperature, so that confidence matches
 * accuracy, and finds the log-sum-exp of the logits below which an image is rejected.
 */
public final class Calibrator {
  /** Augmented training images to calibrate on. */
  private static final int AUGMENTED_IMAGES = 6_000;

  /** Builtin digits, drawn as on the pad, on which networks are more overconfident. */
  private static final int BUILTIN_DIGITS = 4_000;

  /** Drawings to calibrate readers of the movement on. */
  private static final int DRAWINGS = 10_000;

  /** Differs from all seeds of digits for training and test. */
  private static final long BUILTIN_SEED = 4;

  private static final long COMBINATION_SEED = 5;

  /** Epochs count from 1, so no network was trained on the augmented images of this one. */
  private static final int UNSEEN_EPOCH = 0;

  /** Share of the correctly classified digits that may be rejected. */
  private static final double FALSE_REJECTION_RATE = 0.0075;

  /**
   * The same for two readers together, who reject fewer people's digits than synthetic ones: on the
   * pen drawings of figures.md, this share becomes less than a third.
   */
  private static final double FALSE_REJECTION_RATE_COMBINED = 0.025;

  private Calibrator() {}

  /**
   * A calibrated network.
   *
   * @param parameters flat parameters, with the last layer divided by the temperature
   */
  public record Calibrated(float[] parameters, Calibration calibration) {}

  /**
   * Calibrates a network on images that it has seen neither in training nor in validation: its
   * training images, augmented anew, and newly generated digits. So the network can train on all
   * images, and none is held out.
   *
   * @param parameters flat parameters as trained
   */
  public static Calibrated calibrate(
      TrainingSettings settings, TrainingData data, float[] parameters) {
    if (settings.architecture().readsMovement()) {
      EpochSamples drawings = new EpochDrawings(DRAWINGS, 0);
      return calibrate(
          settings.architecture(),
          parameters,
          List.of(new EpochSampler(drawings, settings.seed(), UNSEEN_EPOCH).batch(0, DRAWINGS)));
    }
    EpochImages augmented = EpochImages.only(data.training(), Augmentation.HANDWRITING);
    EpochImages builtin =
        EpochImages.only(BuiltinDigits.images(BUILTIN_DIGITS, BUILTIN_SEED), Augmentation.NONE);
    return calibrate(
        settings.architecture(),
        parameters,
        List.of(
            new EpochSampler(augmented, settings.seed(), UNSEEN_EPOCH).batch(0, AUGMENTED_IMAGES),
            new EpochSampler(builtin, settings.seed(), UNSEEN_EPOCH).batch(0, BUILTIN_DIGITS)));
  }

  private static Calibrated calibrate(
      Architecture architecture, float[] parameters, List<Batch> batches) {
    List<LabeledLogits> trained = logits(architecture, parameters, batches);
    double temperature =
        TemperatureScaling.fit(
            trained.stream().map(LabeledLogits::logits).toArray(float[][]::new),
            trained.stream().mapToInt(LabeledLogits::label).toArray());
    float[] calibrated = divideLastLayer(architecture, parameters, temperature);
    double minLogSumExp =
        minLogSumExp(logits(architecture, calibrated, batches), FALSE_REJECTION_RATE);
    return new Calibrated(calibrated, new Calibration(temperature, minLogSumExp));
  }

  /**
   * Calibrates the sum of the logits of two networks, one of which reads the image of a drawing and
   * the other its movement: were they independent, the product of their probabilities would be
   * right, and as they are not, a temperature tempers it. Both have the same say, as a fit of two
   * weights would favor the one that was trained on nothing but drawings like those it is fitted
   * on.
   *
   * @param images a calibrated network that reads images
   * @param movement the architecture of one that reads direction maps
   * @param parameters its parameters, calibrated
   */
  public static Calibration combine(Model images, Architecture movement, float[] parameters) {
    Classifier imageClassifier = new Classifier(images.architecture(), images.parameters());
    Classifier movementClassifier = new Classifier(movement, parameters);
    PixelRenderer renderer = new PixelRenderer();
    float[] pixels = new float[DigitImage.PIXELS];
    float[][] sums = new float[DRAWINGS][];
    int[] labels = new int[DRAWINGS];
    for (int i = 0; i < DRAWINGS; i++) {
      Drawing drawing = PenDrawings.digit(i, COMBINATION_SEED);
      renderer.render(drawing, pixels);
      labels[i] = PenDrawings.label(i);
      sums[i] = LogitSum.of(imageClassifier, pixels, movementClassifier, DirectionMaps.of(drawing));
    }
    double temperature = TemperatureScaling.fit(sums, labels);
    List<LabeledLogits> digits = new ArrayList<>();
    for (int i = 0; i < DRAWINGS; i++) {
      float logSumExp = LogitSum.divide(sums[i], temperature);
      digits.add(new LabeledLogits(labels[i], sums[i], logSumExp));
    }
    return new Calibration(temperature, minLogSumExp(digits, FALSE_REJECTION_RATE_COMBINED));
  }

  /** Divides weights and bias of the last layer, and with them the logits. */
  private static float[] divideLastLayer(
      Architecture architecture, float[] parameters, double divisor) {
    PlacedLayer last = architecture.placedLayers().get(architecture.placedLayers().size() - 1);
    float[] divided = parameters.clone();
    for (int i = last.offset(); i < last.offset() + last.parameterCount(); i++) {
      divided[i] = (float) (divided[i] / divisor);
    }
    return divided;
  }

  /** The logits of one image up to a constant, and the log-sum-exp of the exact logits. */
  private record LabeledLogits(int label, float[] logits, float logSumExp) {
    boolean isCorrect() {
      for (float logit : logits) {
        if (logit > logits[label]) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<LabeledLogits> logits(
      Architecture architecture, float[] parameters, List<Batch> batches) {
    List<LabeledLogits> all = new ArrayList<>();
    float[] pixels = new float[DigitImage.PIXELS];
    Classifier classifier = new Classifier(architecture, parameters);
    for (Batch batch : batches) {
      for (int i = 0; i < batch.size(); i++) {
        batch.copyImage(i, pixels, 0);
        float[] logits = log(classifier.classify(pixels));
        all.add(new LabeledLogits(batch.label(i), logits, classifier.logSumExp()));
      }
    }
    return all;
  }

  /** Natural logarithms; finite for probabilities that underflow to 0 too. */
  private static float[] log(float[] probabilities) {
    float[] logarithms = new float[probabilities.length];
    for (int j = 0; j < logarithms.length; j++) {
      logarithms[j] = (float) Math.log(Math.max(probabilities[j], Float.MIN_NORMAL));
    }
    return logarithms;
  }

  /** The threshold that rejects a share of the correct digits. */
  private static double minLogSumExp(List<LabeledLogits> digits, double share) {
    double[] correct =
        digits.stream()
            .filter(LabeledLogits::isCorrect)
            .mapToDouble(LabeledLogits::logSumExp)
            .sorted()
            .toArray();
    return correct.length == 0 ? Double.NEGATIVE_INFINITY : correct[(int) (share * correct.length)];
  }
}
