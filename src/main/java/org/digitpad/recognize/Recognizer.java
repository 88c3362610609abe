package org.digitpad.recognize;

import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.Model;

/** Reads drawings and images with one model. Serves one thread at a time. */
public final class Recognizer implements DigitReader, AutoCloseable {
  /** No digit is named that the network itself finds less likely than all others together. */
  private static final float LEAST_CONFIDENCE = 0.5f;

  private final Classifier classifier;

  public Recognizer(Model model) {
    this.classifier = new Classifier(model.architecture(), model.parameters(), 1);
  }

  @Override
  public Prediction read(Drawing drawing) {
    long start = System.nanoTime();
    return read(StrokeRenderer.render(drawing), start);
  }

  /** Reads an image that already is as MNIST has them. */
  public Prediction read(DigitImage image) {
    return read(image, System.nanoTime());
  }

  private Prediction read(DigitImage image, long start) {
    float[] probabilities = classifier.classify(image.toArray());
    float highest = 0;
    for (float probability : probabilities) {
      highest = Math.max(highest, probability);
    }
    boolean rejected = image.isBlank() || highest < LEAST_CONFIDENCE;
    return new Prediction(image, probabilities, rejected, System.nanoTime() - start);
  }

  @Override
  public void close() {
    classifier.close();
  }
}
