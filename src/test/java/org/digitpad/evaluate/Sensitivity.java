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
 * How well a model reads drawings under one disturbance.
 *
 * @param accuracies 0 to 1, one for each of the disturbance's amounts
 */
public record Sensitivity(Disturbance disturbance, List<Double> accuracies) {
  /**
   * Measures a model.
   *
   * @param drawings labelled, none blank
   */
  public static Sensitivity of(
      Model model, List<LabeledDrawing> drawings, Disturbance disturbance) {
    List<Double> accuracies = new ArrayList<>();
    try (Recognizer recognizer = new Recognizer(model)) {
      for (double amount : disturbance.amounts()) {
        int right = 0;
        for (int i = 0; i < drawings.size(); i++) {
          LabeledDrawing drawing = drawings.get(i);
          Prediction read =
              recognizer.recognize(
                  disturbance.apply(drawing.drawing(), amount, new SplittableRandom(i)));
          right += read.label() == Objects.requireNonNull(drawing.label()) ? 1 : 0;
        }
        accuracies.add((double) right / drawings.size());
      }
    }
    return new Sensitivity(disturbance, accuracies);
  }

  /** From the best accuracy to the worst. */
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
