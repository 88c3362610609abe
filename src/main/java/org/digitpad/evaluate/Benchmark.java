package org.digitpad.evaluate;

import java.util.Arrays;
import org.digitpad.data.LabeledImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.SampleDrawing;

/** How fast a model reads, on warm code. */
public final class Benchmark {
  private static final int WARM_UP = 20_000;
  private static final int RUNS = 10_000;

  /** Enough for a median, where the same code has just classified thousands of images. */
  private static final int WARM_RUNS = 2_000;

  private static final int FULL_PASSES = 5;
  private static final double NANOS_A_MICRO = 1e3;
  private static final double NANOS_A_SECOND = 1e9;

  private Benchmark() {}

  /**
   * Times of single runs.
   *
   * @param p50 median, in microseconds
   * @param p99 99th percentile, in microseconds
   */
  public record Percentiles(double p50, double p99) {
    private static Percentiles of(long[] nanos) {
      Arrays.sort(nanos);
      return new Percentiles(
          nanos[nanos.length / 2] / NANOS_A_MICRO,
          nanos[(int) (0.99 * nanos.length)] / NANOS_A_MICRO);
    }
  }

  /**
   * From 784 pixels to ten probabilities, one digit at a time.
   *
   * @param parameters flat, as the architecture orders them
   */
  public static Percentiles latency(
      Architecture architecture, float[] parameters, LabeledImages images) {
    return latency(architecture, parameters, images, WARM_UP, RUNS);
  }

  /**
   * Measures the median latency from 784 pixels to ten probabilities, in microseconds, right after
   * the process has classified thousands of images one at a time: a calibration warms the code up.
   *
   * @param parameters flat, as the architecture orders them
   */
  public static double medianLatencyWhenWarm(
      Architecture architecture, float[] parameters, LabeledImages images) {
    return latency(architecture, parameters, images, WARM_RUNS, WARM_RUNS).p50();
  }

  private static Percentiles latency(
      Architecture architecture, float[] parameters, LabeledImages images, int warmUp, int runs) {
    float[] pixels = new float[DigitImage.PIXELS];
    long[] nanos = new long[runs];
    try (Classifier classifier = new Classifier(architecture, parameters, 1)) {
      for (int i = -warmUp; i < runs; i++) {
        images.copyImage(Math.floorMod(i, images.size()), pixels, 0);
        long start = System.nanoTime();
        classifier.classify(pixels);
        if (i >= 0) {
          nanos[i] = System.nanoTime() - start;
        }
      }
    }
    return Percentiles.of(nanos);
  }

  /** From the strokes of one drawing to ten probabilities. */
  public static Percentiles pipeline(Model model) {
    Drawing drawing = SampleDrawing.three();
    long[] nanos = new long[RUNS];
    try (Recognizer recognizer = new Recognizer(model)) {
      for (int i = -WARM_UP; i < RUNS; i++) {
        long start = System.nanoTime();
        recognizer.read(drawing);
        if (i >= 0) {
          nanos[i] = System.nanoTime() - start;
        }
      }
    }
    return Percentiles.of(nanos);
  }

  /**
   * Images that all threads together read in a second, in full batches: the best of five passes.
   */
  public static double predictionsPerSecond(Model model, LabeledImages images, int threads) {
    double best = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < FULL_PASSES; pass++) {
      long start = System.nanoTime();
      Evaluator.evaluate(model.architecture(), model.parameters(), images, threads);
      best = Math.min(best, (System.nanoTime() - start) / NANOS_A_SECOND);
    }
    return images.size() / best;
  }
}
