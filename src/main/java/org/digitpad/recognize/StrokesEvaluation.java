package org.digitpad.recognize;

import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.BadInputException;
import org.digitpad.data.LabeledDrawing;
import org.digitpad.nn.model.Model;
import org.digitpad.train.Evaluation;
import org.digitpad.train.EvaluationTally;

/**
 * How well a model reads pen drawings, through the pipeline that the pad uses.
 *
 * @param evaluation all drawings, the rejected ones by their most probable digit
 * @param rejected drawings that would be shown as no digit
 */
public record StrokesEvaluation(Evaluation evaluation, int rejected) {
  /**
   * Reads all drawings.
   *
   * @param source the file they are from, for an error
   * @throws BadInputException if there is none, or one has no label
   */
  public static StrokesEvaluation of(Model model, List<LabeledDrawing> drawings, Path source) {
    EvaluationTally tally = new EvaluationTally(model.architecture().classes());
    int rejected = 0;
    try (Recognizer recognizer = new Recognizer(model)) {
      for (int i = 0; i < drawings.size(); i++) {
        LabeledDrawing drawing = drawings.get(i);
        if (drawing.label() == null) {
          throw new BadInputException(
              "Drawing " + (i + 1) + " of " + source + " has no label; give labelled strokes");
        }
        Prediction prediction = recognizer.read(drawing.drawing());
        tally.add(drawing.label(), prediction.probabilities(), 0);
        rejected += prediction.rejected() ? 1 : 0;
      }
    }
    return new StrokesEvaluation(tally.evaluation(), rejected);
  }
}
