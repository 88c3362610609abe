package org.digitpad.recognize;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.digitpad.data.LabeledDrawing;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingRun;
import org.digitpad.train.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** Turns what a training left into a model with a card, measuring what the card still lacks. */
public final class CardWriter {
  private static final int WARM_UP = 5_000;
  private static final int RUNS = 2_000;

  private CardWriter() {}

  /**
   * Writes the card.
   *
   * @param strokes labelled drawings to measure with; null to leave them out
   * @param strokesFile the file they are from
   * @param command the command that repeats the training
   */
  public static Model model(
      TrainingSettings settings,
      TrainingData data,
      TrainingRun.Result result,
      @Nullable List<LabeledDrawing> strokes,
      @Nullable Path strokesFile,
      String command) {
    Architecture architecture = settings.architecture();
    double latency = latencyMicros(architecture, result.parameters(), data);
    ModelCard card =
        new ModelCard(
            settings.recipe().name(),
            settings.seed(),
            settings.epochs(),
            settings.recipe().batch(),
            data.training().size(),
            data.validation().size(),
            result.seconds(),
            result.history(),
            result.validation().ece(),
            null,
            null,
            latency,
            command,
            data.sha256());
    Model model = new Model(architecture, result.parameters(), card);
    if (strokes == null || strokesFile == null) {
      return model;
    }
    StrokesEvaluation measured = StrokesEvaluation.of(model, strokes, strokesFile);
    return new Model(
        architecture,
        result.parameters(),
        card.withStrokes(measured.evaluation().accuracy(), measured.evaluation().samples()));
  }

  /** Median time from 784 pixels to ten probabilities, in microseconds, on warm code. */
  private static double latencyMicros(
      Architecture architecture, float[] parameters, TrainingData data) {
    float[] pixels = new float[DigitImage.PIXELS];
    long[] nanos = new long[RUNS];
    try (Classifier classifier = new Classifier(architecture, parameters, 1)) {
      for (int i = 0; i < WARM_UP + RUNS; i++) {
        data.validation().copyImage(i % data.validation().size(), pixels, 0);
        long start = System.nanoTime();
        classifier.classify(pixels);
        if (i >= WARM_UP) {
          nanos[i - WARM_UP] = System.nanoTime() - start;
        }
      }
    }
    Arrays.sort(nanos);
    return nanos[RUNS / 2] / 1e3;
  }
}
