package org.digitpad.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitpad.evaluate.Evaluation.Misread;
import org.digitpad.nn.kernel.ArgMax;

/** Adds up predictions into an {@link Evaluation}. */
public final class EvaluationTally {
  private static final int BINS = 15;

  private final int classes;
  private final int[][] confusion;
  private final int[] binSize = new int[BINS];
  private final int[] binRight = new int[BINS];
  private final double[] binConfidence = new double[BINS];
  private final List<Misread> misread = new ArrayList<>();
  private int samples;
  private int right;
  private double loss;

  public EvaluationTally(int classes) {
    this.classes = classes;
    this.confusion = new int[classes][classes];
  }

  /**
   * Adds one image.
   *
   * @param probabilities holds the image's probabilities from {@code at} on
   */
  public void add(int label, float[] probabilities, int at) {
    int best = ArgMax.of(probabilities, at, classes);
    double confidence = probabilities[at + best];
    int bin = Math.min(BINS - 1, (int) (confidence * BINS));
    boolean hit = best == label;
    confusion[label][best]++;
    binSize[bin]++;
    binRight[bin] += hit ? 1 : 0;
    binConfidence[bin] += confidence;
    if (!hit) {
      misread.add(new Misread(samples, label, best));
    }
    samples++;
    right += hit ? 1 : 0;
    // A probability that rounds to 0 would make the loss infinite.
    loss -= Math.log(Math.max(probabilities[at + label], Float.MIN_NORMAL));
  }

  /**
   * Returns the evaluation of all images added.
   *
   * @throws IllegalStateException if there was none
   */
  public Evaluation evaluation() {
    if (samples == 0) {
      throw new IllegalStateException("nothing to evaluate");
    }
    double ece = 0;
    for (int bin = 0; bin < BINS; bin++) {
      ece += Math.abs(binRight[bin] - binConfidence[bin]) / samples;
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : confusion) {
      rows.add(Arrays.stream(row).boxed().toList());
    }
    return new Evaluation(samples, (double) right / samples, loss / samples, ece, rows, misread);
  }
}
