package org.digitpad.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * How well a model reads pen drawings, through the pipeline that the pad uses.
 *
 * @param evaluation all drawings, the rejected ones by their most probable digit
 * @param rejected drawings that would be shown as no digit
 */
public record StrokesEvaluation(Evaluation evaluation, int rejected) {
  /**
   * Evaluates a model on drawings.
   *
   * @param drawings all labelled, see {@link #requireLabels}
   */
  public static StrokesEvaluation of(Model model, List<LabeledDrawing> drawings) {
    EvaluationTally tally = new EvaluationTally(model.architecture().classCount());
    int rejected = 0;
    try (Recognizer recognizer = new Recognizer(model)) {
      for (LabeledDrawing drawing : drawings) {
        Prediction prediction = recognizer.read(drawing.drawing());
        tally.add(Objects.requireNonNull(drawing.label()), prediction.probabilities(), 0);
        rejected += prediction.rejected() ? 1 : 0;
      }
    }
    return new StrokesEvaluation(tally.evaluation(), rejected);
  }

  /**
   * Refuses drawings that nothing can be measured with.
   *
   * @param source the file they are from, for the error
   * @throws BadInputException if one has no label
   */
  public static void requireLabels(List<LabeledDrawing> drawings, Path source) {
    for (int i = 0; i < drawings.size(); i++) {
      if (drawings.get(i).label() == null) {
        throw new BadInputException(
            "Drawing " + (i + 1) + " of " + source + " has no label; give labelled strokes.");
      }
    }
  }
}
