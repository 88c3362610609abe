package org.digitpad.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.kernel.Classifier;

/** Runs networks over labelled images. */
public final class Evaluator {
  /** Images that are read at once. */
  private static final int BATCH = 128;

  private Evaluator() {}

  /**
   * Evaluates a network.
   *
   * @param parameters flat, as the architecture orders them
   * @param threads that share the images; has no influence on the result
   */
  public static Evaluation evaluate(
      Architecture architecture, float[] parameters, LabeledImages images, int threads) {
    return evaluate(images, probabilities(architecture, parameters, images.images(), threads));
  }

  /**
   * Evaluates what {@link #probabilities} has returned for the same images.
   *
   * @param probabilities those of each class, image by image
   */
  public static Evaluation evaluate(LabeledImages images, float[] probabilities) {
    int classes = probabilities.length / images.size();
    EvaluationTally tally = new EvaluationTally(classes);
    for (int i = 0; i < images.size(); i++) {
      tally.add(images.label(i), probabilities, i * classes);
    }
    return tally.evaluation();
  }

  /**
   * Reads images: gives each the label that {@link #evaluate} counts.
   *
   * @param parameters flat, as the architecture orders them
   * @param threads that share the images; has no influence on the result
   * @return the most probable digit of each image
   */
  public static int[] labels(
      Architecture architecture, float[] parameters, DigitImages images, int threads) {
    float[] probabilities = probabilities(architecture, parameters, images, threads);
    int classes = architecture.classCount();
    int[] labels = new int[images.size()];
    Arrays.setAll(labels, i -> ArgMax.of(probabilities, i * classes, classes));
    return labels;
  }

  /**
   * Reads images.
   *
   * @param parameters flat, as the architecture orders them
   * @param threads that share the images; has no influence on the result
   * @return size × classes probabilities
   */
  public static float[] probabilities(
      Architecture architecture, float[] parameters, DigitImages images, int threads) {
    int classes = architecture.classCount();
    float[] probabilities = new float[images.size() * classes];
    int batches = (images.size() + BATCH - 1) / BATCH;
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            thread -> {
              try (Classifier classifier = new Classifier(architecture, parameters, BATCH)) {
                for (int batch = thread; batch < batches; batch += threads) {
                  classify(classifier, images, batch * BATCH, probabilities, classes);
                }
              }
            });
    return probabilities;
  }

  private static void classify(
      Classifier classifier, DigitImages images, int from, float[] probabilities, int classes) {
    int batch = Math.min(BATCH, images.size() - from);
    for (int i = 0; i < batch; i++) {
      images.copyImage(from + i, classifier.images(), i * DigitImage.PIXELS);
    }
    float[] result = classifier.classifyBatch(batch);
    System.arraycopy(result, 0, probabilities, from * classes, result.length);
  }
}
