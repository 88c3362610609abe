package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.NonDigitKind;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.evaluate.RejectionEvaluation;
import org.digitpad.evaluate.RejectionEvaluation.KindResult;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecognizerTest {
  private final Model model = new ModelLibrary(Path.of("none")).load("conv-gru");
  private final Recognizer recognizer = new Recognizer(model);

  @AfterEach
  void close() {
    recognizer.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void readsAPlainDigit(int digit) {
    Prediction prediction = recognizer.read(MnistLikeDigits.drawing(digit));

    assertThat(prediction.label()).isEqualTo(digit);
    assertThat(prediction.probability(digit)).isGreaterThan(0.8f);
    assertThat(prediction.rejected()).isFalse();
    float sum = 0;
    for (float probability : prediction.probabilities()) {
      sum += probability;
    }
    assertThat(sum).isCloseTo(1, within(1e-5f));
  }

  @Test
  void readsHastyDigitsOfAnySizeAndPlace() {
    Random random = new Random(4);
    int right = 0;
    for (LabeledDrawing sample : MnistLikeDigits.drawings(200, 3)) {
      double scale = 0.3 + 2 * random.nextDouble();
      double away = 500 * random.nextGaussian();
      Drawing moved =
          new Drawing(
              sample.drawing().strokes().stream()
                  .map(
                      stroke ->
                          new Stroke(
                              stroke.points().stream()
                                  .map(p -> new InkPoint(scale * p.x() + away, scale * p.y()))
                                  .toList()))
                  .toList());
      right += sample.label() == recognizer.read(moved).label() ? 1 : 0;
    }

    assertThat(right).isGreaterThan(180);
  }

  @Test
  void rejectsABlankSheet() {
    assertThat(recognizer.read(Drawing.BLANK).rejected()).isTrue();
    assertThat(recognizer.read(new Drawing(List.of(new Stroke(List.of())))).rejected()).isTrue();
  }

  @Test
  void rejectsWhatTheNetworkIsUnsureOf() {
    try (Recognizer unsure = new Recognizer(Models.numbered())) {
      Prediction prediction = unsure.read(MnistLikeDigits.drawing(3));

      assertThat(prediction.probability(prediction.label())).isLessThan(0.5f);
      assertThat(prediction.rejected()).isTrue();
    }
  }

  @Test
  void rejectsWhateverShowsTooLittleEvidence() {
    List<Drawing> drawings = new ArrayList<>();
    MnistLikeDigits.drawings(50, 5).forEach(digit -> drawings.add(digit.drawing()));
    drawings.addAll(NonDigits.drawings(NonDigitKind.SCRIBBLE, 50, 5));
    Set<Drawing> before = Set.of();
    for (double minLogSumExp : new double[] {-100, 0, 5, 7, 100}) {
      Set<Drawing> rejected = rejected(drawings, minLogSumExp);
      assertThat(rejected).containsAll(before);
      before = rejected;
    }

    assertThat(rejected(drawings, -100)).isEqualTo(rejected(drawings, Double.NEGATIVE_INFINITY));
    assertThat(rejected(drawings, 100)).hasSize(100);
  }

  private Set<Drawing> rejected(List<Drawing> drawings, double minLogSumExp) {
    Model strict =
        new Model(
            model.architecture(),
            model.parameters(),
            new Calibration(1, minLogSumExp),
            model.card());
    try (Recognizer reader = new Recognizer(strict)) {
      return drawings.stream()
          .filter(drawing -> reader.read(drawing).rejected())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void countsRejectedDigitsAndNonDigits() {
    List<LabeledDrawing> digits = MnistLikeDigits.drawings(60, 3);
    Model strict =
        new Model(model.architecture(), model.parameters(), new Calibration(1, 6), model.card());

    RejectionEvaluation all = RejectionEvaluation.ofStrokes(strict, digits);

    int right = 0;
    int refused = 0;
    try (Recognizer reader = new Recognizer(strict)) {
      for (LabeledDrawing digit : digits) {
        Prediction prediction = reader.read(digit.drawing());
        if (prediction.label() == digit.label()) {
          right++;
          refused += prediction.rejected() ? 1 : 0;
        }
      }
    }
    assertThat(all.right()).isEqualTo(right).isPositive();
    assertThat(all.falselyRejected()).isEqualTo(refused);
    assertThat(all.nonDigits()).hasSize(NonDigitKind.values().length);
    for (KindResult kind : all.nonDigits()) {
      assertThat(kind.drawings()).isEqualTo(1000);
      assertThat(kind.rejected()).as(kind.kind()).isBetween(50, 1000);
    }
  }

  @Test
  void saysTheSameOfADrawingAndItsImage() {
    Prediction ofDrawing = recognizer.read(MnistLikeDigits.drawing(6));

    assertThat(recognizer.read(ofDrawing.image())).isEqualTo(ofDrawing);
  }

  @Test
  void evaluatesDrawings() {
    List<LabeledDrawing> drawings = new ArrayList<>(MnistLikeDigits.drawings(100, 3));
    drawings.add(new LabeledDrawing(4, null, Drawing.BLANK));

    StrokesEvaluation result = StrokesEvaluation.of(model, drawings);

    assertThat(result.evaluation().samples()).isEqualTo(101);
    assertThat(result.evaluation().accuracy()).isGreaterThan(0.85);
    int rejected = 0;
    for (LabeledDrawing drawing : drawings) {
      rejected += recognizer.read(drawing.drawing()).rejected() ? 1 : 0;
    }
    assertThat(result.rejected()).isEqualTo(rejected).isPositive();
  }

  @Test
  void refusesToEvaluateADrawingWithoutALabel() {
    List<LabeledDrawing> drawings = new ArrayList<>(MnistLikeDigits.drawings(3, 3));
    drawings.add(2, new LabeledDrawing(null, null, MnistLikeDigits.drawing(1)));

    assertThatThrownBy(() -> StrokesEvaluation.requireLabels(drawings, Path.of("strokes.jsonl")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Drawing 3 of strokes.jsonl has no label; give labelled strokes.");
  }

  @Test
  void warmingUpTakesNoTimeThatPeopleNoticeAndLeavesNoTrace() {
    Prediction before = recognizer.read(MnistLikeDigits.drawing(8));

    long start = System.nanoTime();
    recognizer.warmUp();
    long nanos = System.nanoTime() - start;

    assertThat(recognizer.read(MnistLikeDigits.drawing(8))).isEqualTo(before);
    assertThat(nanos).isLessThan(2_000_000_000L);
  }

  @Test
  void predictionsAreValues() {
    Prediction one = recognizer.read(MnistLikeDigits.drawing(1));
    Prediction two = recognizer.read(MnistLikeDigits.drawing(2));

    one.probabilities()[1] = 0;

    assertThat(one.label()).isEqualTo(1);
    assertThat(one).isEqualTo(recognizer.read(MnistLikeDigits.drawing(1))).isNotEqualTo(two);
    assertThat(one).hasSameHashCodeAs(recognizer.read(MnistLikeDigits.drawing(1)));
    assertThat(one.toString()).startsWith("Prediction[1 ");
  }
}
