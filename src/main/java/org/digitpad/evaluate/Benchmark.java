package org.digitpad.evaluate;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.digitpad.data.LabeledImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.kernel.LogitSum;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.SampleDrawing;

/** Measures the latency and throughput of predictions, after a warm-up. */
public final class Benchmark {
  private static final int WARM_UP = 20_000;
  private static final int RUNS = 10_000;

  /** Enough for a median, where the same code has just classified thousands of images. */
  private static final int WARM_RUNS = 2_000;

  private static final int FULL_PASSES = 5;
  private static final double NANOS_PER_MICROSECOND = 1e3;
  private static final double NANOS_PER_SECOND = 1e9;

  private Benchmark() {}

  /**
   * Percentiles of the time of single predictions.
   *
   * @param p50 median, in microseconds
   * @param p99 99th percentile, in microseconds
   */
  public record Percentiles(double p50, double p99) {
    private static Percentiles of(long[] nanos) {
      Arrays.sort(nanos);
      return new Percentiles(
          nanos[nanos.length / 2] / NANOS_PER_MICROSECOND,
          nanos[(int) (0.99 * nanos.length)] / NANOS_PER_MICROSECOND);
    }
  }

  /**
   * Measures the latency from 784 pixels to ten probabilities, with a batch size of one.
   *
   * @param parameters flat parameters in the order of the architecture
   */
  public static Percentiles latency(
      Architecture architecture, float[] parameters, LabeledImages images) {
    return latency(architecture, parameters, images, WARM_UP, RUNS);
  }

  /**
   * Measures the latency of two networks one after the other, from 784 values each to the sum of
   * their logits.
   *
   * @param firstImages what the first one reads
   * @param secondImages what the second one reads
   */
  public static Percentiles latency(
      Model first, LabeledImages firstImages, Model second, LabeledImages secondImages) {
    float[] firstValues = new float[DigitImage.PIXELS];
    float[] secondValues = new float[DigitImage.PIXELS];
    Classifier firstClassifier = new Classifier(first.architecture(), first.parameters());
    Classifier secondClassifier = new Classifier(second.architecture(), second.parameters());
    firstClassifier.optimizeForManyImages();
    secondClassifier.optimizeForManyImages();
    return measure(
        WARM_UP,
        RUNS,
        run -> {
          firstImages.copyImage(run % firstImages.size(), firstValues, 0);
          secondImages.copyImage(run % secondImages.size(), secondValues, 0);
        },
        () -> LogitSum.of(firstClassifier, firstValues, secondClassifier, secondValues));
  }

  /**
   * Measures the median latency from 784 pixels to ten probabilities, in microseconds, right after
   * the process has classified thousands of images one at a time: a calibration warms the code up.
   *
   * @param parameters flat parameters in the order of the architecture
   */
  public static double medianLatencyWhenWarm(
      Architecture architecture, float[] parameters, LabeledImages images) {
    return latency(architecture, parameters, images, WARM_RUNS, WARM_RUNS).p50();
  }

  private static Percentiles latency(
      Architecture architecture, float[] parameters, LabeledImages images, int warmUp, int runs) {
    float[] pixels = new float[DigitImage.PIXELS];
    Classifier classifier = new Classifier(architecture, parameters);
    classifier.optimizeForManyImages();
    return measure(
        warmUp,
        runs,
        run -> images.copyImage(run % images.size(), pixels, 0),
        () -> classifier.classify(pixels));
  }

  /** Measures the latency from the strokes of a drawing to ten probabilities. */
  public static Percentiles pipelineLatency(LibraryModel model) {
    Drawing drawing = SampleDrawing.three();
    Recognizer recognizer = model.newRecognizer();
    recognizer.warmUp();
    return measure(WARM_UP, RUNS, run -> {}, () -> recognizer.recognize(drawing));
  }

  /**
   * Times single runs after a warm-up.
   *
   * @param prepare called before each run, outside the measured time, with the number of the run
   */
  private static Percentiles measure(
      int warmUp, int runs, IntConsumer prepare, Runnable prediction) {
    long[] nanos = new long[runs];
    for (int run = 0; run < warmUp + runs; run++) {
      prepare.accept(run);
      long start = System.nanoTime();
      prediction.run();
      if (run >= warmUp) {
        nanos[run - warmUp] = System.nanoTime() - start;
      }
    }
    return Percentiles.of(nanos);
  }

  /**
   * Measures the throughput of all threads together on full batches: the best of five passes.
   *
   * @param batchSize images in a batch; each batch is one thread's
   * @return images per second
   */
  public static double predictionsPerSecond(
      Model model, LabeledImages images, int threads, int batchSize) {
    double best = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < FULL_PASSES; pass++) {
      long start = System.nanoTime();
      Evaluator.predictProbabilities(
          model.architecture(), model.parameters(), images.images(), threads, batchSize);
      best = Math.min(best, (System.nanoTime() - start) / NANOS_PER_SECOND);
    }
    return images.size() / best;
  }
}
