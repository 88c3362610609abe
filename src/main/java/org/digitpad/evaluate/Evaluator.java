package org.digitpad.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.nn.kernel.BatchClassifier;

/** Predicts and evaluates labeled images in batches, on several threads. */
public final class Evaluator {
  /** The batch size of all predictions whose caller names none. */
  public static final int BATCH_SIZE = 128;

  private Evaluator() {}

  /**
   * Evaluates a network on images.
   *
   * @param parameters flat parameters in the order of the architecture
   * @param threads number of threads that share the images; has no influence on the result
   */
  public static Evaluation evaluate(
      Architecture architecture, float[] parameters, LabeledImages images, int threads) {
    return evaluate(
        images, predictProbabilities(architecture, parameters, images.images(), threads));
  }

  /**
   * Evaluates predictions.
   *
   * @param probabilities images × classes, as {@link #predictProbabilities} returns them
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
   * Predicts the label of each image.
   *
   * @param parameters flat parameters in the order of the architecture
   * @param threads number of threads that share the images; has no influence on the result
   * @return the most probable digit of each image; the smallest one if several are equally probable
   */
  public static int[] predictLabels(
      Architecture architecture, float[] parameters, DigitImages images, int threads) {
    float[] probabilities = predictProbabilities(architecture, parameters, images, threads);
    int classes = architecture.classCount();
    int[] labels = new int[images.size()];
    Arrays.setAll(labels, i -> ArgMax.of(probabilities, i * classes, classes));
    return labels;
  }

  /**
   * Predicts the class probabilities of each image.
   *
   * @param parameters flat parameters in the order of the architecture
   * @param threads number of threads that share the images; has no influence on the result
   * @return images × classes probabilities
   */
  public static float[] predictProbabilities(
      Architecture architecture, float[] parameters, DigitImages images, int threads) {
    return predictProbabilities(architecture, parameters, images, threads, BATCH_SIZE);
  }

  /** Predicts the class probabilities of each image in batches of a given size. */
  static float[] predictProbabilities(
      Architecture architecture,
      float[] parameters,
      DigitImages images,
      int threads,
      int batchSize) {
    int classes = architecture.classCount();
    float[] probabilities = new float[images.size() * classes];
    int batches = (images.size() + batchSize - 1) / batchSize;
    int fastest = BatchClassifier.fastestBatchSize(architecture);
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            thread -> {
              try (BatchClassifier classifier =
                  new BatchClassifier(architecture, parameters, Math.min(batchSize, fastest))) {
                for (int batch = thread; batch < batches; batch += threads) {
                  int from = batch * batchSize;
                  int to = Math.min(from + batchSize, images.size());
                  classify(classifier, images, from, to, probabilities, classes);
                }
              }
            });
    return probabilities;
  }

  private static void classify(
      BatchClassifier classifier,
      DigitImages images,
      int from,
      int to,
      float[] probabilities,
      int classes) {
    for (int start = from; start < to; start += classifier.capacity()) {
      int size = Math.min(classifier.capacity(), to - start);
      for (int i = 0; i < size; i++) {
        images.copyImage(start + i, classifier.images(), i * DigitImage.PIXELS);
      }
      float[] result = classifier.classify(size);
      System.arraycopy(result, 0, probabilities, start * classes, result.length);
    }
  }
}
