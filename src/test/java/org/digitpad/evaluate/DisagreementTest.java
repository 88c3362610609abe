package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;

class DisagreementTest {
  private static final LabeledImages IMAGES = MnistLikeDigits.images(200, 1);

  @Test
  void readingsAreThoseOfTheEvaluation() {
    Model model = Models.numbered();
    ImagePredictions readings = ImagePredictions.of(model, IMAGES, 1);
    Evaluation evaluation = Evaluator.evaluate(model.architecture(), model.parameters(), IMAGES, 2);

    assertThat(readings.evaluation()).isEqualTo(evaluation);
    try (Recognizer recognizer = new Recognizer(model)) {
      for (int i = 0; i < IMAGES.size(); i += 20) {
        Prediction prediction = recognizer.recognize(IMAGES.image(i));
        assertThat(readings.digit(i)).isEqualTo(prediction.label());
        assertThat(readings.confidence(i))
            .isCloseTo((double) prediction.probability(prediction.label()), within(1e-5));
      }
    }
  }

  @Test
  void findsTheImagesThatOnlySomeReadRight() {
    List<ImagePredictions> models = List.of(always(3, 8), always(3, 4), always(5, 6));

    List<Disagreement> found = Disagreement.among(IMAGES, models);

    assertThat(found)
        .hasSize((int) labelled(3) + (int) labelled(5))
        .allSatisfy(
            each -> {
              assertThat(each.label()).isEqualTo(IMAGES.label(each.index())).isIn(3, 5);
              assertThat(each.right()).isEqualTo(each.label() == 3 ? 2 : 1);
            });
  }

  @Test
  void theSurestMistakeIsThatOfTheSurestModelThatIsWrong() {
    ImagePredictions sure = always(3, 8);
    ImagePredictions unsure = always(3, 2);
    ImagePredictions right = always(5, 20);

    Disagreement five =
        Disagreement.among(IMAGES, List.of(unsure, right, sure)).stream()
            .filter(each -> each.label() == 5)
            .findFirst()
            .orElseThrow();

    assertThat(five.maxWrongConfidence()).isEqualTo(sure.confidence(five.index()));
    assertThat(five.readings())
        .extracting(Disagreement.Reading::right)
        .containsExactly(false, true, false);
  }

  @Test
  void oneModelAgreesWithItself() {
    assertThat(Disagreement.among(IMAGES, List.of(always(3, 8)))).isEmpty();
  }

  private static long labelled(int digit) {
    return IntStream.range(0, IMAGES.size()).filter(i -> IMAGES.label(i) == digit).count();
  }

  private static ImagePredictions always(int digit, float bias) {
    return ImagePredictions.of(Models.always(digit, bias), IMAGES, 1);
  }
}
