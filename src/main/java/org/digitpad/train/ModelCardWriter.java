package org.digitpad.train;

import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.Benchmark;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.train.Calibrator.Calibrated;
import org.jspecify.annotations.Nullable;

/** Turns what a training left into a model with a card, measuring what the card still lacks. */
public final class ModelCardWriter {
  private ModelCardWriter() {}

  /**
   * Writes the card.
   *
   * @param result the training's history
   * @param calibrated its network
   * @param strokes labelled drawings to measure with; null to leave them out
   * @param strokesFile the file they are from
   * @param command the command that repeats the training
   */
  public static Model model(
      TrainingSettings settings,
      TrainingData data,
      TrainingRun.Result result,
      Calibrated calibrated,
      @Nullable List<LabeledDrawing> strokes,
      @Nullable Path strokesFile,
      String command) {
    Architecture architecture = settings.architecture();
    ModelCard card =
        new ModelCard(
            settings.recipe().name(),
            settings.seed(),
            settings.epochs(),
            settings.recipe().batch(),
            settings.recipe().rate(),
            data.training().size(),
            data.validation().size(),
            result.seconds(),
            result.history(),
            Evaluator.evaluate(
                    architecture, calibrated.parameters(), data.validation(), settings.threads())
                .ece(),
            null,
            null,
            Benchmark.medianLatencyWhenWarm(
                architecture, calibrated.parameters(), data.validation()),
            command,
            data.sha256());
    Model model = new Model(architecture, calibrated.parameters(), calibrated.calibration(), card);
    if (strokes == null || strokesFile == null) {
      return model;
    }
    StrokesEvaluation measured = StrokesEvaluation.of(model, strokes, strokesFile);
    return new Model(
        architecture,
        calibrated.parameters(),
        calibrated.calibration(),
        card.withStrokes(measured.evaluation().accuracy(), measured.evaluation().samples()));
  }
}
