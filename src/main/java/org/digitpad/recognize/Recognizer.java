package org.digitpad.recognize;

import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.Model;

/** Reads drawings and images with one model. Serves one thread at a time. */
public final class Recognizer implements CanvasRecognizer, AutoCloseable {
  /** No digit is named that the network itself finds less likely than all others together. */
  private static final float LEAST_CONFIDENCE = 0.5f;

  /** From here on readings hardly become faster. */
  private static final int WARM_READINGS = 400;

  /** Less than people notice, should one draw already. */
  private static final long WARM_UP_NANOS = 120_000_000;

  private final Classifier classifier;
  private final double minLogSumExp;

  public Recognizer(Model model) {
    this.classifier = new Classifier(model.architecture(), model.parameters(), 1);
    this.minLogSumExp = model.calibration().minLogSumExp();
  }

  /**
   * Reads a sample again and again, for an eighth of a second at most, so that the code is compiled
   * when the first real drawing comes: cold, that takes fifty times as long.
   */
  public void warmUp() {
    Drawing sample = SampleDrawing.three();
    long start = System.nanoTime();
    for (int i = 0; i < WARM_READINGS && System.nanoTime() - start < WARM_UP_NANOS; i++) {
      read(sample);
    }
  }

  @Override
  public Prediction read(CanvasContent subject) {
    long start = System.nanoTime();
    return read(StrokeRenderer.render(subject), start);
  }

  /** Reads strokes on plain paper. */
  public Prediction read(Drawing drawing) {
    return read(new CanvasContent(drawing));
  }

  /** Reads an image that already is as MNIST has them. */
  public Prediction read(DigitImage image) {
    return read(image, System.nanoTime());
  }

  private Prediction read(DigitImage image, long start) {
    float[] probabilities = classifier.classify(image.toArray());
    boolean rejected = image.isBlank() || isDoubtful(probabilities, classifier.logSumExp());
    return new Prediction(image, probabilities, rejected, System.nanoTime() - start);
  }

  /** Whether too little speaks for any digit at all, or not enough for one rather than another. */
  private boolean isDoubtful(float[] probabilities, float logSumExp) {
    float highest = probabilities[ArgMax.of(probabilities)];
    return logSumExp < minLogSumExp || highest < LEAST_CONFIDENCE;
  }

  @Override
  public void close() {
    classifier.close();
  }
}
