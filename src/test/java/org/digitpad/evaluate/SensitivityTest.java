package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.recognize.BundledModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SensitivityTest {
  private static final Drawing HOOK =
      new Drawing(
          List.of(
              new Stroke(
                  List.of(
                      new InkPoint(100, 100),
                      new InkPoint(140, 100),
                      new InkPoint(140, 140),
                      new InkPoint(140, 180)))));

  /** The pad's promise; the accuracies themselves depend on the model. */
  @ParameterizedTest
  @EnumSource(names = {"SIZE", "POSITION", "BRUSH"})
  void isInsensitiveToSizePositionAndBrush(Perturbation perturbation) {
    List<LabeledDrawing> drawings = BuiltinDigits.drawings(1000, 3);

    Sensitivity sensitivity = Sensitivity.of(BundledModels.convGru(), drawings, perturbation);

    // below a tenth of the canvas, rounding to pixels distorts the drawing
    int from = perturbation == Perturbation.SIZE ? 1 : 0;
    List<Double> accuracies =
        sensitivity.accuracies().subList(from, sensitivity.accuracies().size());
    assertThat(new Sensitivity(perturbation, accuracies).range()).isLessThanOrEqualTo(0.01);
    assertThat(sensitivity.range()).isLessThanOrEqualTo(0.02);
    assertThat(sensitivity.worst()).isGreaterThan(0.85);
  }

  @ParameterizedTest
  @CsvSource({
    "ROTATION, 90, 180 100 180 140 140 140 100 140",
    "SLANT, 45, 140 100 180 100 140 140 100 180",
    "SIZE, 50, 105 70 175 70 175 140 175 210",
    "SIZE, 0.5, 140 139 140 140 140 141",
    "POSITION, 2, 240 0 280 0 280 40 280 80",
    "POSITION, 3, 0 100 40 100 40 140 40 180",
    "BRUSH, 8, 100 100 140 100 140 140 140 180",
    "SPEED, 2, 100 100 140 140 140 180",
    "SPEED, 8, 100 100 140 180",
    "TREMOR, 0, 100 100 140 100 140 140 140 180"
  })
  void appliesThePerturbation(Perturbation perturbation, double amount, String points) {
    assertThat(points(perturbation.apply(HOOK, amount, new SplittableRandom(1)))).isEqualTo(points);
  }

  @Test
  void tremorMovesEachPointAtRandom() {
    Drawing one = Perturbation.TREMOR.apply(HOOK, 4, new SplittableRandom(1));
    Drawing other = Perturbation.TREMOR.apply(HOOK, 4, new SplittableRandom(2));

    assertThat(one).isEqualTo(Perturbation.TREMOR.apply(HOOK, 4, new SplittableRandom(1)));
    assertThat(one).isNotEqualTo(other).isNotEqualTo(HOOK);
  }

  @Test
  void aDrawingThatExceedsTheCanvasShrinks() {
    Drawing large = Perturbation.SIZE.apply(HOOK, 100, new SplittableRandom(1));

    assertThat(points(Perturbation.SLANT.apply(large, 60, new SplittableRandom(1))))
        .isEqualTo("199 59 280 59 140 140 0 221");
  }

  private static String points(Drawing drawing) {
    return drawing.strokes().stream()
        .flatMap(stroke -> stroke.points().stream())
        .map(point -> (int) point.x() + " " + (int) point.y())
        .collect(Collectors.joining(" "));
  }
}
