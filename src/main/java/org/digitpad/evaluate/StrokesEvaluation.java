package org.digitpad.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * Metrics of a model on pen drawings, through the same pipeline as on the pad.
 *
 * @param evaluation metrics over all drawings; rejected ones count with their most probable digit
 * @param rejected number of drawings that are shown as not a digit
 */
public record StrokesEvaluation(Evaluation evaluation, int rejected) {
  private static final int CLASSES = 10;

  /**
   * Evaluates a model on drawings.
   *
   * @param drawings all labeled, as {@link #readDrawings} returns them
   */
  public static StrokesEvaluation of(Model model, List<LabeledDrawing> drawings) {
    return of(new Recognizer(model), drawings);
  }

  /** Evaluates a recognizer, which may combine models, as the other method evaluates a model. */
  public static StrokesEvaluation of(Recognizer recognizer, List<LabeledDrawing> drawings) {
    EvaluationTally tally = new EvaluationTally(CLASSES);
    int rejected = 0;
    for (LabeledDrawing drawing : drawings) {
      Prediction prediction = recognizer.recognize(drawing.drawing());
      tally.add(Objects.requireNonNull(drawing.label()), prediction.probabilities(), 0);
      rejected += prediction.rejected() ? 1 : 0;
    }
    return new StrokesEvaluation(tally.evaluation(), rejected);
  }

  /**
   * Reads drawings to evaluate with. Those that are marked as no digit are left out.
   *
   * @throws org.digitpad.io.BadInputException if the file cannot be read, or a drawing has no label
   */
  public static List<LabeledDrawing> readDrawings(Path file) {
    return StrokesFile.readDigits(file);
  }
}
