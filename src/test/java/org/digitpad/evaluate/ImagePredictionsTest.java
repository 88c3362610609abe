package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;

final class ImagePredictionsTest {
  private static final LabeledImages IMAGES = MnistLikeDigits.images(200, 1);

  private final Model model = Models.numbered();
  private final ImagePredictions predictions = ImagePredictions.of(model, IMAGES, 1);

  @Test
  void areEvaluatedAsByTheEvaluator() {
    assertThat(predictions.evaluation())
        .isEqualTo(Evaluator.evaluate(model.architecture(), model.parameters(), IMAGES, 2));
  }

  @Test
  void areThoseOfTheRecognizer() {
    Recognizer recognizer = new Recognizer(model);
    for (int i = 0; i < IMAGES.size(); i += 20) {
      Prediction prediction = recognizer.recognize(IMAGES.image(i));
      TopPrediction classification = predictions.classification(i);
      assertThat(classification.digit()).isEqualTo(prediction.label());
      assertThat(classification.confidence())
          .isCloseTo((double) prediction.probability(prediction.label()), within(1e-5));
    }
  }
}
