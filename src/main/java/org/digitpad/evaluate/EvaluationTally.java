package org.digitpad.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.evaluate.Evaluation.Misclassified;
import org.digitpad.nn.kernel.ArgMax;

/** Accumulates predictions into an {@link Evaluation}. */
public final class EvaluationTally {
  private static final int BINS = 15;

  private final int classes;
  private final int[][] confusion;
  private final int[] binCorrect = new int[BINS];
  private final double[] binConfidence = new double[BINS];
  private final List<Misclassified> misclassified = new ArrayList<>();
  private int samples;
  private int correct;
  private double loss;

  public EvaluationTally(int classes) {
    this.classes = classes;
    this.confusion = new int[classes][classes];
  }

  /**
   * Adds one image.
   *
   * @param probabilities holds the image's class probabilities from index {@code at} on
   */
  public void add(int label, float[] probabilities, int at) {
    int predicted = ArgMax.of(probabilities, at, classes);
    double confidence = probabilities[at + predicted];
    int bin = Math.min(BINS - 1, (int) (confidence * BINS));
    boolean isCorrect = predicted == label;
    confusion[label][predicted]++;
    binCorrect[bin] += isCorrect ? 1 : 0;
    binConfidence[bin] += confidence;
    if (!isCorrect) {
      misclassified.add(new Misclassified(samples, label, predicted));
    }
    samples++;
    correct += isCorrect ? 1 : 0;
    // a probability that underflows to 0 would make the loss infinite
    loss -= Math.log(Math.max(probabilities[at + label], Float.MIN_NORMAL));
  }

  /**
   * Returns the evaluation of all images added.
   *
   * @throws IllegalStateException if no image was added
   */
  public Evaluation evaluation() {
    if (samples == 0) {
      throw new IllegalStateException("nothing to evaluate");
    }
    double ece = 0;
    for (int bin = 0; bin < BINS; bin++) {
      ece += Math.abs(binCorrect[bin] - binConfidence[bin]) / samples;
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : confusion) {
      rows.add(Arrays.stream(row).boxed().toList());
    }
    return new Evaluation(
        samples, (double) correct / samples, loss / samples, ece, rows, misclassified);
  }
}
