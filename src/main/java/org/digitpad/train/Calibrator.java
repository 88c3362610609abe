package org.digitpad.train;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.dl4j.Batch;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.Calibration;

/** Makes a trained network's probabilities honest, and finds from where on it should doubt. */
public final class Calibrator {
  /** Views of training images to judge by. */
  private static final int VIEWS = 8_000;

  /** Digits as the pad draws them to judge by: networks are surer of these than they should be. */
  private static final int DRAWN = 2_000;

  /** Not a seed that anything trains or tests with. */
  private static final long DRAWN_SEED = 4;

  /** Epochs count from 1, so that no network has trained on the views of this one. */
  private static final int UNSEEN_EPOCH = 0;

  /** Share of the digits read right that may be taken for none. */
  private static final double REFUSED = 0.0075;

  private Calibrator() {}

  /**
   * A network whose probabilities are as sure as they are right.
   *
   * @param parameters flat, with the temperature in them
   */
  public record Calibrated(float[] parameters, Calibration calibration) {}

  /**
   * Calibrates a network on images that it has never seen, neither in training nor in validation:
   * new views of its training images, bent as other hands would write them, and newly made digits.
   * So it can train on all images, and none has to be held out.
   *
   * @param parameters flat, as trained
   */
  public static Calibrated calibrate(
      TrainingSettings settings, TrainingData data, float[] parameters) {
    TrainingImages images = TrainingImages.only(data.training(), Augmentation.HANDWRITING);
    TrainingImages drawn =
        TrainingImages.only(BuiltinDigits.images(DRAWN, DRAWN_SEED), Augmentation.NONE);
    return calibrate(
        settings.architecture(),
        parameters,
        List.of(
            new EpochSampler(images, settings.seed(), UNSEEN_EPOCH).batch(0, VIEWS),
            new EpochSampler(drawn, settings.seed(), UNSEEN_EPOCH).batch(0, DRAWN)));
  }

  static Calibrated calibrate(Architecture architecture, float[] parameters, List<Batch> images) {
    List<Reading> trained = read(architecture, parameters, images);
    double temperature =
        TemperatureScaling.fit(
            trained.stream().map(Reading::logits).toArray(float[][]::new),
            trained.stream().mapToInt(Reading::label).toArray());
    float[] calibrated = divide(architecture, parameters, temperature);
    double minLogSumExp = minLogSumExp(read(architecture, calibrated, images));
    return new Calibrated(calibrated, new Calibration(temperature, minLogSumExp));
  }

  /** Divides the last layer, weights and bias, and so the logits. */
  private static float[] divide(Architecture architecture, float[] parameters, double by) {
    PlacedLayer last = architecture.placedLayers().get(architecture.placedLayers().size() - 1);
    float[] divided = parameters.clone();
    for (int i = last.offset(); i < last.offset() + last.parameterCount(); i++) {
      divided[i] = (float) (divided[i] / by);
    }
    return divided;
  }

  /** What a network makes of one digit: its logits less a constant, and log Σ exp of them. */
  private record Reading(int label, float[] logits, float logSumExp) {
    boolean isRight() {
      for (float logit : logits) {
        if (logit > logits[label]) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<Reading> read(
      Architecture architecture, float[] parameters, List<Batch> images) {
    List<Reading> readings = new ArrayList<>();
    float[] pixels = new float[DigitImage.PIXELS];
    try (Classifier classifier = new Classifier(architecture, parameters, 1)) {
      for (Batch samples : images) {
        for (int i = 0; i < samples.size(); i++) {
          samples.copyImage(i, pixels, 0);
          float[] logits = logarithms(classifier.classify(pixels));
          readings.add(new Reading(samples.label(i), logits, classifier.logSumExp()));
        }
      }
    }
    return readings;
  }

  /** A probability that rounds to 0 has a logarithm all the same. */
  private static float[] logarithms(float[] probabilities) {
    float[] logarithms = new float[probabilities.length];
    for (int j = 0; j < logarithms.length; j++) {
      logarithms[j] = (float) Math.log(Math.max(probabilities[j], Float.MIN_NORMAL));
    }
    return logarithms;
  }

  /** The log-sum-exp that a share of the digits read right falls short of. */
  private static double minLogSumExp(List<Reading> readings) {
    double[] right =
        readings.stream()
            .filter(Reading::isRight)
            .mapToDouble(Reading::logSumExp)
            .sorted()
            .toArray();
    return right.length == 0 ? Double.NEGATIVE_INFINITY : right[(int) (REFUSED * right.length)];
  }
}
