package org.digitpad.recognize;

import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.Model;

/** Recognizes digits in drawings and images with one model. Not thread-safe. */
public final class Recognizer {
  /** Minimum probability of the label: below it, the other digits together are more likely. */
  private static final float MIN_CONFIDENCE = 0.5f;

  /** After this many predictions the compiled code hardly becomes faster. */
  private static final int WARM_UP_PREDICTIONS = 400;

  /** A delay that a person who is already drawing does not notice. */
  private static final long WARM_UP_NANOS = 120_000_000;

  private final Classifier classifier;
  private final double minLogSumExp;

  public Recognizer(Model model) {
    this.classifier = new Classifier(model.architecture(), model.parameters());
    this.minLogSumExp = model.calibration().minLogSumExp();
  }

  /** An image whose {@link Prediction#logSumExp} is lower shows no digit; may be -∞. */
  public double minLogSumExp() {
    return minLogSumExp;
  }

  /**
   * Prepares for many drawings. Recognizes a sample repeatedly, for at most an eighth of a second,
   * so that the code is compiled before the first real drawing: cold, that takes fifty times as
   * long.
   *
   * @throws BadInputException if the model cannot compute probabilities
   */
  public void warmUp() {
    classifier.optimizeForManyImages();
    Drawing sample = SampleDrawing.three();
    long start = System.nanoTime();
    for (int i = 0; i < WARM_UP_PREDICTIONS && System.nanoTime() - start < WARM_UP_NANOS; i++) {
      recognize(sample);
    }
  }

  /** Recognizes the content of the canvas as one digit. */
  public Prediction recognize(CanvasContent content) {
    long start = System.nanoTime();
    return recognize(StrokeRenderer.render(content), start);
  }

  /** Recognizes strokes without a background. */
  public Prediction recognize(Drawing drawing) {
    return recognize(new CanvasContent(drawing));
  }

  /** Recognizes an image that is already normalized as in MNIST. */
  public Prediction recognize(DigitImage image) {
    return recognize(image, System.nanoTime());
  }

  private Prediction recognize(DigitImage image, long start) {
    float[] probabilities = classifier.classify(image.toArray());
    float logSumExp = classifier.logSumExp();
    boolean rejected = image.isBlank() || isUncertain(probabilities, logSumExp);
    return new Prediction(image, probabilities, logSumExp, rejected, System.nanoTime() - start);
  }

  /** Whether the logits are too low for any digit at all, or no digit is probable enough. */
  private boolean isUncertain(float[] probabilities, float logSumExp) {
    float confidence = probabilities[ArgMax.of(probabilities)];
    return logSumExp < minLogSumExp || confidence < MIN_CONFIDENCE;
  }
}
