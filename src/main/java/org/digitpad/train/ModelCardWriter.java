package org.digitpad.train;

import java.util.List;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.Benchmark;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.train.Calibrator.Calibrated;

/** Turns what a training left into a model with a card, measuring what the card still lacks. */
public final class ModelCardWriter {
  private ModelCardWriter() {}

  /**
   * Writes the card.
   *
   * @param result the training's history
   * @param calibrated its network
   * @param drawings labelled drawings to measure with; empty to leave them out
   * @param command the command that repeats the training
   */
  public static Model model(
      TrainingSettings settings,
      TrainingData data,
      TrainingRun.Result result,
      Calibrated calibrated,
      List<LabeledDrawing> drawings,
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
    if (drawings.isEmpty()) {
      return model;
    }
    StrokesEvaluation measured = StrokesEvaluation.of(model, drawings);
    return new Model(
        architecture,
        calibrated.parameters(),
        calibrated.calibration(),
        card.withStrokes(measured.evaluation().accuracy(), measured.evaluation().samples()));
  }
}
