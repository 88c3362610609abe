package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.NonDigitKind;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecognizerTest {
  private final Model model = BundledModels.convGru();
  private final Recognizer recognizer = new Recognizer(model);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void recognizesAPlainDigit(int digit) {
    Prediction prediction = recognizer.recognize(MnistLikeDigits.drawing(digit));

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
  void rejectsADabButNotASmallOne() {
    Prediction dab = recognizer.recognize(line(1.4 * Stroke.DEFAULT_PEN_WIDTH));
    Prediction one = recognizer.recognize(line(2 * Stroke.DEFAULT_PEN_WIDTH));

    assertThat(dab.label()).isEqualTo(1);
    assertThat(dab.rejected()).isTrue();
    assertThat(one.label()).isEqualTo(1);
    assertThat(one.rejected()).isFalse();
  }

  private static Drawing line(double length) {
    return new Drawing(
        List.of(new Stroke(List.of(new InkPoint(140, 100), new InkPoint(140, 100 + length)))));
  }

  @Test
  void recognizesHastyDigitsOfAnySizeAndPosition() {
    Random random = new Random(4);
    int correct = 0;
    for (LabeledDrawing sample : MnistLikeDigits.drawings(200, 3)) {
      double scale = 0.3 + 2 * random.nextDouble();
      double offset = 500 * random.nextGaussian();
      Drawing moved =
          new Drawing(
              sample.drawing().strokes().stream()
                  .map(
                      stroke ->
                          new Stroke(
                              stroke.points().stream()
                                  .map(p -> new InkPoint(scale * p.x() + offset, scale * p.y()))
                                  .toList()))
                  .toList());
      correct += sample.label() == recognizer.recognize(moved).label() ? 1 : 0;
    }

    assertThat(correct).isGreaterThan(180);
  }

  @Test
  void rejectsABlankDrawing() {
    assertThat(recognizer.recognize(Drawing.BLANK).rejected()).isTrue();
    assertThat(recognizer.recognize(new Drawing(List.of(new Stroke(List.of())))).rejected())
        .isTrue();
  }

  @Test
  void rejectsALowConfidence() {
    Recognizer unsure = new Recognizer(Models.numbered());
    Prediction prediction = unsure.recognize(MnistLikeDigits.drawing(3));

    assertThat(prediction.probability(prediction.label())).isLessThan(0.5f);
    assertThat(prediction.rejected()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.51, false", "0.49, true", "0.31, true"})
  void theLabelMustBeMoreProbableThanAllOthersTogether(double probability, boolean rejected) {
    // without weights the biases of the last layer are the logits
    float[] parameters = new float[model.architecture().parameterCount()];
    PlacedTensor biases =
        model.architecture().tensors().get(model.architecture().tensors().size() - 1);
    parameters[biases.offset() + 3] = (float) Math.log(9 * probability / (1 - probability));
    Model constant = new Model(model.architecture(), parameters, Calibration.NONE, model.card());
    Recognizer constantRecognizer = new Recognizer(constant);
    Prediction prediction = constantRecognizer.recognize(MnistLikeDigits.drawing(3));

    assertThat(prediction.label()).isEqualTo(3);
    assertThat(prediction.probability(3)).isCloseTo((float) probability, within(1e-5f));
    assertThat(prediction.rejected()).isEqualTo(rejected);
  }

  @Test
  void parametersTooLargeToComputeWithEndInASentence() {
    Recognizer hugeRecognizer = new Recognizer(Models.huge());
    assertThatThrownBy(() -> hugeRecognizer.recognize(MnistLikeDigits.drawing(3)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("nn.kernel.notFinite"));
  }

  @Test
  void rejectsALowLogSumExp() {
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
    Recognizer strictRecognizer = new Recognizer(strict);
    return drawings.stream()
        .filter(drawing -> strictRecognizer.recognize(drawing).rejected())
        .collect(Collectors.toSet());
  }

  @Test
  void predictsTheSameForADrawingAndItsImage() {
    Prediction ofDrawing = recognizer.recognize(MnistLikeDigits.drawing(6));

    assertThat(recognizer.recognize(ofDrawing.image())).isEqualTo(ofDrawing);
  }

  @Test
  void warmsUpWithoutSideEffects() {
    recognizer.warmUp(); // from here on, with BLAS where that is faster
    Prediction before = recognizer.recognize(MnistLikeDigits.drawing(8));

    recognizer.warmUp();

    assertThat(recognizer.recognize(MnistLikeDigits.drawing(8))).isEqualTo(before);
  }

  @Test
  void predictionsAreComparedByValue() {
    Prediction one = recognizer.recognize(MnistLikeDigits.drawing(1));
    Prediction two = recognizer.recognize(MnistLikeDigits.drawing(2));

    one.probabilities()[1] = 0;

    assertThat(one.label()).isEqualTo(1);
    assertThat(one).isEqualTo(recognizer.recognize(MnistLikeDigits.drawing(1))).isNotEqualTo(two);
    assertThat(one).hasSameHashCodeAs(recognizer.recognize(MnistLikeDigits.drawing(1)));
    assertThat(one.toString()).startsWith("Prediction[1 ");
  }
}
