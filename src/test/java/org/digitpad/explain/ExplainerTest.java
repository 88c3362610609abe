package org.digitpad.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.explain.Attribution.Method;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.StepRange;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.kernel.LayerTrace;
import org.digitpad.nn.kernel.NetworkTrace;
import org.digitpad.nn.kernel.TracedNetwork;
import org.digitpad.nn.kernel.TracedNetwork.Objective;
import org.digitpad.nn.kernel.UnitMask;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the models that DigitPad brings. */
final class ExplainerTest {
  private static final List<DigitImage> DIGITS =
      MnistLikeDigits.drawings(10, 3).stream()
          .map(each -> StrokeRenderer.render(each.drawing()))
          .toList();

  static List<Model> models() {
    return ModelLibrary.bundled().stream()
        .filter(each -> !each.isCombination() && !each.readsMovementOnly())
        .map(LibraryModel::model)
        .toList();
  }

  private static Model model(int index) {
    return models().get(index);
  }

  @ParameterizedTest
  @MethodSource("models")
  void numbersAreThoseOfThePrediction(Model model) {
    Explainer explainer = new Explainer(model);
    Recognizer recognizer = new Recognizer(model);
    for (DigitImage image : DIGITS) {
      float[] expected = recognizer.recognize(image).probabilities();
      Explanation explanation = explainer.explain(image, UnitMask.NONE);
      assertThat(explanation.trace().probabilities()).containsExactly(expected, within(1e-6f));
      assertThat(explainer.probabilities(image, UnitMask.NONE))
          .containsExactly(expected, within(1e-6f));
      List<Belief> beliefs = explanation.beliefs();
      if (!beliefs.isEmpty()) {
        Belief last = beliefs.get(beliefs.size() - 1);
        assertThat(last.stateSoFar()).containsExactly(expected, within(1e-6f));
        assertThat(last.restBlank()).containsExactly(expected, within(1e-6f));
      }
    }
  }

  @Test
  void stepsReadRowsOfTheImage() {
    List<Belief> conv = new Explainer(model(0)).explain(DIGITS.get(2), UnitMask.NONE).beliefs();
    assertThat(conv).hasSize(12);
    for (Belief belief : conv) {
      int first = 2 * belief.step();
      assertThat(belief.rows()).isEqualTo(new StepRange(first, first + 5));
    }
    List<Belief> lstm = new Explainer(model(1)).explain(DIGITS.get(2), UnitMask.NONE).beliefs();
    assertThat(lstm).hasSize(28);
    for (Belief belief : lstm) {
      assertThat(belief.rows()).isEqualTo(new StepRange(belief.step(), belief.step()));
    }
    Explanation mlp = new Explainer(model(2)).explain(DIGITS.get(2), UnitMask.NONE);
    assertThat(mlp.beliefs()).isEmpty();
    assertThat(mlp.states()).isEmpty();
    assertThat(Architectures.MLP.receptiveField(0, 0)).isEqualTo(new StepRange(0, 27));
  }

  /** Rows outside must not matter to a step of the convolutions, and each row inside must. */
  @Test
  void receptiveFieldIsWhatChangesAStep() {
    Model model = model(0);
    TracedNetwork network = new TracedNetwork(model.architecture(), model.parameters());
    float[] image = DIGITS.get(8).toArray();
    LayerTrace before = network.trace(image, UnitMask.NONE).layer("pool");
    for (int row = 0; row < DigitImage.SIDE; row++) {
      float[] changed = image.clone();
      Arrays.fill(changed, row * DigitImage.SIDE, (row + 1) * DigitImage.SIDE, 0.7f);
      LayerTrace after = network.trace(changed, UnitMask.NONE).layer("pool");
      for (int step = 0; step < before.steps(); step++) {
        StepRange rows = model.architecture().receptiveField(2, step);
        int from = step * before.features();
        boolean same =
            Arrays.equals(
                before.values(),
                from,
                from + before.features(),
                after.values(),
                from,
                from + before.features());
        assertThat(same).isEqualTo(row < rows.first() || row > rows.last());
      }
    }
  }

  @Test
  void theRestOfThePaperIsBlank() {
    Model model = model(1);
    Explainer explainer = new Explainer(model);
    Classifier classifier = new Classifier(model.architecture(), model.parameters());
    DigitImage image = DIGITS.get(5);
    for (Belief belief : explainer.explain(image, UnitMask.NONE).beliefs()) {
      float[] cut = image.toArray();
      Arrays.fill(cut, (belief.rows().last() + 1) * DigitImage.SIDE, cut.length, 0);
      assertThat(belief.restBlank()).containsExactly(classifier.classify(cut), within(1e-6f));
    }
  }

  @Test
  void statesAreThoseOfTheTrace() {
    Explanation explanation = new Explainer(model(0)).explain(DIGITS.get(4), UnitMask.NONE);
    assertThat(explanation.states()).extracting(StateMap::layer).containsExactly("gru1", "gru2");
    for (StateMap map : explanation.states()) {
      LayerTrace trace = explanation.trace().layer(map.layer());
      assertThat(map.units()).hasDimensions(trace.features(), 12);
      for (int unit = 0; unit < trace.features(); unit++) {
        for (int step = 0; step < 12; step++) {
          assertThat(map.units()[unit][step]).isEqualTo(trace.value(step, unit));
        }
      }
      assertThat(map.order()).containsExactlyInAnyOrder(numbers(trace.features()));
      assertThat(map.parts()).hasSize(3);
    }
  }

  /** A step's value stands in the middle of its rows: 2.5 of the first, 4.5 of the second. */
  @Test
  void statesByRowAreThoseOfTheStepsThatReadIt() {
    Explanation explanation = new Explainer(model(0)).explain(DIGITS.get(4), UnitMask.NONE);
    for (StateMap map : explanation.states()) {
      float[] steps = map.units()[3];
      float[] rows = map.byRow(steps, DigitImage.SIDE);
      assertThat(rows).hasSize(DigitImage.SIDE);
      assertThat(rows[0]).isEqualTo(steps[0]);
      assertThat(rows[3]).isCloseTo(0.75f * steps[0] + 0.25f * steps[1], within(1e-6f));
      assertThat(rows[4]).isCloseTo(0.25f * steps[0] + 0.75f * steps[1], within(1e-6f));
      assertThat(rows[27]).isEqualTo(steps[11]);
    }
    StateMap lstm = new Explainer(model(1)).explain(DIGITS.get(4), UnitMask.NONE).states().get(0);
    assertThat(lstm.byRow(lstm.units()[5], DigitImage.SIDE)).isEqualTo(lstm.units()[5]);
  }

  @Test
  void aFrameWithoutBeliefsIsTheSameOtherwise() {
    Explainer explainer = new Explainer(model(0));
    Explanation whole = explainer.explain(DIGITS.get(4), UnitMask.NONE);
    Explanation frame = explainer.explain(DIGITS.get(4), UnitMask.NONE, false);
    assertThat(frame.beliefs()).isEmpty();
    assertThat(frame.trace().probabilities()).isEqualTo(whole.trace().probabilities());
    assertThat(frame.gradient().pixels()).isEqualTo(whole.gradient().pixels());
  }

  private static int[] numbers(int count) {
    return IntStream.range(0, count).toArray();
  }

  @Test
  void convolutionsCanBeFollowedByHand() {
    Explainer explainer = new Explainer(model(0));
    UnitMask mask = UnitMask.NONE.without("conv2", 7);
    NetworkTrace trace = explainer.explain(DIGITS.get(3), mask).trace();
    for (int layer = 0; layer < 2; layer++) {
      LayerTrace output = trace.layers().get(layer);
      for (int step = 0; step < output.steps(); step++) {
        for (int channel = 0; channel < output.features(); channel++) {
          Convolution value = explainer.convolution(trace, layer, channel, step);
          assertThat(value.output()).isCloseTo(output.value(step, channel), within(1e-5f));
          assertThat(value.off()).isEqualTo(layer == 1 && channel == 7);
          if (layer == 0) {
            assertThat(value.pooling()).isNull();
          } else {
            Convolution.Pooling pooling = value.pooling();
            assertThat(pooling.step()).isEqualTo(step / 2);
            assertThat(pooling.values()).hasSize(2).contains(output.value(step, channel));
            assertThat(pooling.output()).isEqualTo(Collections.max(pooling.values()));
          }
        }
      }
    }
    Convolution one = explainer.convolution(trace, 0, 5, 9);
    double sum = 0;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        assertThat(one.window()[row][column]).isEqualTo(DIGITS.get(3).at(9 + row, column));
        assertThat(one.products()[row][column])
            .isEqualTo(one.kernel()[row][column] * one.window()[row][column]);
        sum += one.products()[row][column];
      }
    }
    assertThat(one.sum()).isCloseTo((float) sum, within(1e-6f));
    assertThatThrownBy(() -> explainer.convolution(trace, 2, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> explainer.convolution(trace, 0, 32, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @MethodSource("models")
  void attributionsAreWhatTheySay(Model model) {
    Explainer explainer = new Explainer(model);
    TracedNetwork network = new TracedNetwork(model.architecture(), model.parameters());
    DigitImage image = DIGITS.get(6);
    Explanation explanation = explainer.explain(image, UnitMask.NONE);
    NetworkTrace trace = explanation.trace();
    float[] gradient = explainer.attribution(Method.GRADIENT, trace, 2).pixels();
    float[] product = explainer.attribution(Method.GRADIENT_TIMES_INPUT, trace, 2).pixels();
    for (int i = 0; i < gradient.length; i++) {
      assertThat(product[i]).isEqualTo(gradient[i] * trace.input()[i]);
    }
    for (Objective objective : Objective.values()) {
      float[] occlusion = Attribution.occlusion(network, trace, 2, objective).pixels();
      // of the pixels that patches share none is in the middle of a patch
      float[] hidden = image.toArray();
      for (int row = 12; row < 16; row++) {
        Arrays.fill(hidden, row * DigitImage.SIDE + 9, row * DigitImage.SIDE + 13, 0);
      }
      double loss =
          value(trace.logits(), objective)
              - value(network.logits(hidden, UnitMask.NONE), objective);
      assertThat((double) occlusion[13 * DigitImage.SIDE + 10]).isCloseTo(loss, within(1e-4));
      assertThat(occlusion[0]).isZero();
    }
  }

  private static double value(float[] logits, Objective objective) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    return objective == Objective.LOGIT ? logits[2] : logits[2] - Math.log(sum);
  }

  @Test
  void effectsOfDenseUnitsAndTheirWeightsAreThoseOfTheNetwork() {
    Model mlp = model(2);
    Explainer explainer = new Explainer(mlp);
    TracedNetwork network = new TracedNetwork(mlp.architecture(), mlp.parameters());
    for (DigitImage image : DIGITS) {
      Explanation explanation = explainer.explain(image, UnitMask.NONE);
      assertThat(explanation.dense())
          .extracting(DenseUnits::before)
          .containsExactly(null, "hidden1");
      float[] logits = explanation.trace().logits();
      DenseUnits first = explanation.dense().get(0);
      DenseUnits last = explanation.dense().get(1);
      for (int unit = 0; unit < 8; unit++) {
        // no ReLU follows, so what the logits lose is exact
        float[] without =
            network.logits(image.toArray(), UnitMask.NONE.without(last.layer(), unit));
        for (int digit = 0; digit < 10; digit++) {
          assertThat(last.effects()[unit][digit])
              .isCloseTo(logits[digit] - without[digit], within(1e-4f));
        }
        // ReLU of pixels × weights and the bias, which follows the weights of all units
        double sum = first.parameters()[first.offset() + 256 * DigitImage.PIXELS + unit];
        float[] weights = first.weights(unit);
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * image.toArray()[i];
        }
        assertThat((double) first.values()[unit]).isCloseTo(Math.max(0, sum), within(1e-4));
      }
    }
    assertThat(new Explainer(model(0)).explain(DIGITS.get(0), UnitMask.NONE).dense()).isEmpty();
  }

  @Test
  void gradientIsOfTheMostProbableDigit() {
    Explanation explanation = new Explainer(model(0)).explain(DIGITS.get(7), UnitMask.NONE);
    assertThat(explanation.gradient().digit()).isEqualTo(7);
    assertThat(explanation.gradient().method()).isEqualTo(Method.GRADIENT);
  }

  @Test
  void profilesTellWhatUnitsDo() {
    Explainer explainer = new Explainer(model(0));
    assertThat(explainer.profiles(() -> true)).isEmpty();
    UnitProfiles profiles = explainer.profiles(() -> false).orElseThrow();
    assertThat(explainer.profiles(() -> true)).containsSame(profiles);
    assertThat(profiles.layers())
        .extracting(UnitProfiles.Layer::name)
        .containsExactly("conv1", "conv2", "pool", "gru1", "gru2");
    for (UnitProfiles.Layer layer : profiles.layers()) {
      assertThat(layer.order()).containsExactlyInAnyOrder(numbers(layer.means().length));
      for (int unit = 0; unit < layer.means().length; unit++) {
        double sum = 0;
        for (int digit = 0; digit < 10; digit++) {
          sum += layer.effect(unit, digit);
        }
        assertThat(sum).isCloseTo(0, within(1e-4));
        List<Integer> digits = layer.digitsByEffect(unit);
        assertThat(digits).hasSize(10).doesNotHaveDuplicates();
        assertThat(layer.effect(unit, digits.get(0)))
            .isGreaterThanOrEqualTo(layer.effect(unit, digits.get(9)));
      }
    }
  }
}
