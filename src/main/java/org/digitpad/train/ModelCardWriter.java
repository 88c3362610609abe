package org.digitpad.train;

import java.util.List;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.Benchmark;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.Calibrator.Calibrated;

/** Writes the card of a trained model, and measures the figures that training does not give. */
final class ModelCardWriter {
  private ModelCardWriter() {}

  /**
   * Returns the model with its card.
   *
   * @param result the result of the training
   * @param calibrated its network, calibrated
   * @param drawings labeled drawings to evaluate with; empty to leave them out
   * @param command the command that repeats the training
   */
  static Model model(
      TrainingSettings settings,
      TrainingData data,
      TrainingRun.Result result,
      Calibrated calibrated,
      List<LabeledDrawing> drawings,
      String command) {
    Architecture architecture = settings.architecture();
    float[] parameters = calibrated.parameters();
    ModelCard card =
        new ModelCard(
            settings.recipe().name(),
            settings.seed(),
            settings.epochs(),
            settings.recipe().batchSize(),
            settings.recipe().learningRate(),
            data.training().size(),
            data.validation().size(),
            result.seconds(),
            result.history(),
            Evaluator.evaluate(architecture, parameters, data.validation(), settings.threads())
                .ece(),
            null,
            null,
            Benchmark.medianLatencyWhenWarm(architecture, parameters, data.validation()),
            Blas.kernels(),
            command,
            data.sha256());
    Model model =
        new Model(
            architecture,
            parameters,
            calibrated.calibration(),
            architecture.readsMovement() ? combination(architecture, parameters) : null,
            card);
    return drawings.isEmpty() ? model : withStrokes(model, drawings);
  }

  private static Calibration combination(Architecture architecture, float[] parameters) {
    Model images = ModelLibrary.find(ModelLibrary.DEFAULT).model();
    return Calibrator.combine(images, architecture, parameters);
  }

  private static Model withStrokes(Model model, List<LabeledDrawing> drawings) {
    var evaluation = StrokesEvaluation.of(model, drawings).evaluation();
    return new Model(
        model.architecture(),
        model.parameters(),
        model.calibration(),
        model.combination(),
        model.card().withStrokes(evaluation.accuracy(), evaluation.samples()));
  }
}
