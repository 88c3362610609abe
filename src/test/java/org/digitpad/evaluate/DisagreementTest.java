package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.Models;
import org.junit.jupiter.api.Test;

class DisagreementTest {
  private static final LabeledImages IMAGES = MnistLikeDigits.images(200, 1);

  @Test
  void findsTheImagesThatOnlySomeModelsClassifyCorrectly() {
    List<ImagePredictions> models = List.of(always(3, 8), always(3, 4), always(5, 6));

    List<Disagreement> found = Disagreement.among(IMAGES, models);

    assertThat(found)
        .hasSize((int) labeled(3) + (int) labeled(5))
        .allSatisfy(
            each -> {
              assertThat(each.label()).isEqualTo(IMAGES.label(each.index())).isIn(3, 5);
              assertThat(each.correctModels()).isEqualTo(each.label() == 3 ? 2 : 1);
            });
  }

  @Test
  void knowsTheHighestConfidenceOfAWrongModel() {
    ImagePredictions unsure = always(3, 2);
    ImagePredictions correct = always(5, 20);
    ImagePredictions sure = always(3, 8);

    Disagreement five =
        Disagreement.among(IMAGES, List.of(unsure, correct, sure)).stream()
            .filter(each -> each.label() == 5)
            .findFirst()
            .orElseThrow();

    assertThat(five.maxWrongConfidence()).isEqualTo(sure.classification(five.index()).confidence());
    assertThat(five.classifications()).map(five::isCorrect).containsExactly(false, true, false);
  }

  @Test
  void oneModelDoesNotDisagree() {
    assertThat(Disagreement.among(IMAGES, List.of(always(3, 8)))).isEmpty();
  }

  private static long labeled(int digit) {
    return IntStream.range(0, IMAGES.size()).filter(i -> IMAGES.label(i) == digit).count();
  }

  private static ImagePredictions always(int digit, float bias) {
    return ImagePredictions.of(Models.always(digit, bias), IMAGES, 1);
  }
}
