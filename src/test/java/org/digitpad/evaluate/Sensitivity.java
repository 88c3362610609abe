package org.digitpad.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * Accuracy of a model under one perturbation.
 *
 * @param accuracies accuracy for each amount of the perturbation, 0 to 1
 */
public record Sensitivity(Perturbation perturbation, List<Double> accuracies) {
  /**
   * Evaluates a model.
   *
   * @param drawings labeled drawings, none of them blank
   */
  public static Sensitivity of(
      Model model, List<LabeledDrawing> drawings, Perturbation perturbation) {
    List<Double> accuracies = new ArrayList<>();
    Recognizer recognizer = new Recognizer(model);
    for (double amount : perturbation.amounts()) {
      int correct = 0;
      for (int i = 0; i < drawings.size(); i++) {
        LabeledDrawing drawing = drawings.get(i);
        Prediction prediction =
            recognizer.recognize(
                perturbation.apply(drawing.drawing(), amount, new SplittableRandom(i)));
        correct += prediction.label() == Objects.requireNonNull(drawing.label()) ? 1 : 0;
      }
      accuracies.add((double) correct / drawings.size());
    }
    return new Sensitivity(perturbation, accuracies);
  }

  /** Difference between the best and the worst accuracy. */
  public double range() {
    return all().max().orElseThrow() - worst();
  }

  public double worst() {
    return all().min().orElseThrow();
  }

  private DoubleStream all() {
    return accuracies.stream().mapToDouble(Double::doubleValue);
  }
}
