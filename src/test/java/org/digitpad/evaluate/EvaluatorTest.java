package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.dl4j.NetworkConfigurations;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.BundledModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

final class EvaluatorTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 129, 300})
  void doesNotDependOnThreads(int images) {
    Model model = BundledModels.convGru();
    LabeledImages digits = MnistLikeDigits.images(images, 5);

    Evaluation one = evaluate(model, digits, 1);

    assertThat(one.samples()).isEqualTo(images);
    assertThat(one.confusion().stream().flatMap(List::stream).mapToInt(i -> i).sum())
        .isEqualTo(images);
    assertThat(evaluate(model, digits, 2)).isEqualTo(one);
    assertThat(evaluate(model, digits, 7)).isEqualTo(one);
  }

  /** The images of the last batch, which is smaller, count like all others. */
  @Test
  void doesNotDependOnTheSizeOfTheLastBatch() {
    Model model = BundledModels.convGru();
    LabeledImages digits = MnistLikeDigits.images(300, 5);
    Evaluation whole = evaluate(model, digits, 1);
    int correct = 0;
    double loss = 0;
    for (int from = 0; from < 300; from += 75) {
      Evaluation part = evaluate(model, digits.slice(from, from + 75), 1);
      correct += (int) Math.round(75 * part.accuracy());
      loss += part.loss() / 4;
    }

    assertThat(whole.accuracy()).isEqualTo(correct / 300.0);
    assertThat(whole.loss()).isCloseTo(loss, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 299, 300, 1_000})
  void doesNotDependOnTheBatchSize(int batchSize) {
    Model model = BundledModels.convGru();
    DigitImages digits = MnistLikeDigits.images(300, 5).images();
    float[] expected =
        Evaluator.predictProbabilities(model.architecture(), model.parameters(), digits, 1);

    float[] probabilities =
        Evaluator.predictProbabilities(
            model.architecture(), model.parameters(), digits, 2, batchSize);

    assertThat(probabilities).containsExactly(expected, within(1e-5f));
  }

  /** DL4J runs and evaluates the network with code of its own. */
  @Test
  void agreesWithDl4j() {
    LabeledImages digits = MnistLikeDigits.images(257, 5);
    for (Model model : List.of(BundledModels.convGru(), Models.numbered())) {
      org.nd4j.evaluation.classification.Evaluation dl4j = dl4j(model, digits);

      Evaluation ours = evaluate(model, digits, 2);

      assertThat(ours.accuracy()).isEqualTo(dl4j.accuracy());
      List<List<Integer>> confusion = new ArrayList<>();
      for (int label = 0; label < 10; label++) {
        List<Integer> row = new ArrayList<>();
        for (int predicted = 0; predicted < 10; predicted++) {
          row.add(dl4j.getConfusion().getCount(label, predicted));
        }
        confusion.add(row);
      }
      assertThat(ours.confusion()).isEqualTo(confusion);
    }
  }

  private static org.nd4j.evaluation.classification.Evaluation dl4j(
      Model model, LabeledImages digits) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            NetworkConfigurations.of(model.architecture(), new NoOp(), 1, DataType.FLOAT));
    network.init();
    network.params().assign(Nd4j.createFromArray(model.parameters()));
    float[][][] images = new float[digits.size()][28][28];
    INDArray labels = Nd4j.zeros(DataType.FLOAT, digits.size(), 10);
    for (int i = 0; i < digits.size(); i++) {
      float[] pixels = digits.image(i).toArray();
      for (int row = 0; row < 28; row++) {
        System.arraycopy(pixels, row * DigitImage.SIDE, images[i][row], 0, 28);
      }
      labels.putScalar(i, digits.label(i), 1);
    }
    var evaluation = new org.nd4j.evaluation.classification.Evaluation(10);
    evaluation.eval(labels, network.output(Nd4j.createFromArray(images)));
    network.close();
    return evaluation;
  }

  private static Evaluation evaluate(Model model, LabeledImages digits, int threads) {
    return Evaluator.evaluate(model.architecture(), model.parameters(), digits, threads);
  }
}
