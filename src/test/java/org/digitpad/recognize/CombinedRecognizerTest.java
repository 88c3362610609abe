package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.data.synth.NonDigitKind;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.junit.jupiter.api.Test;

/** The bundled readers of the movement: alone, and with the Conv-GRU. */
final class CombinedRecognizerTest {
  private static final List<LabeledDrawing> DIGITS = BuiltinDigits.drawings(1_000, 77);

  private final Model image = ModelLibrary.find("conv-gru").model();
  private final Model movement = ModelLibrary.find("pen").model();
  private final Recognizer images = new Recognizer(image);
  private final Recognizer pen = ModelLibrary.find("pen").newRecognizer();
  private final Recognizer both = ModelLibrary.find("conv-gru+pen").newRecognizer();

  @Test
  void thePenReadsDigits() {
    assertThat(share(pen)).isGreaterThan(0.98);
  }

  @Test
  void bothTogetherReadMoreThanTheImagesAlone() {
    assertThat(share(both)).isGreaterThan(0.98).isGreaterThan(share(images));
  }

  @Test
  void probabilitiesAreTheTemperedProduct() {
    Drawing drawing = DIGITS.get(3).drawing();
    float[] ofImage = images.recognize(drawing).probabilities();
    float[] ofPen = pen.recognize(drawing).probabilities();
    double temperature = movement.combination().temperature();
    double[] product = new double[10];
    double sum = 0;
    for (int i = 0; i < 10; i++) {
      product[i] = Math.pow((double) ofImage[i] * ofPen[i], 1 / temperature);
      sum += product[i];
    }

    float[] probabilities = both.recognize(drawing).probabilities();

    for (int i = 0; i < 10; i++) {
      assertThat(probabilities[i]).isCloseTo((float) (product[i] / sum), within(1e-4f));
    }
  }

  @Test
  void bothTogetherKnowWhatIsNoDigit() {
    long rejected =
        NonDigits.drawings(NonDigitKind.SCRIBBLE, 200, 5).stream()
            .filter(drawing -> both.recognize(drawing).rejected())
            .count();
    long digits =
        DIGITS.stream().filter(digit -> both.recognize(digit.drawing()).rejected()).count();

    assertThat(rejected).isGreaterThan(100);
    assertThat(digits).isLessThan(30);
    assertThat(both.minLogSumExp()).isEqualTo(movement.combination().minLogSumExp());
  }

  @Test
  void theMovementCounts() {
    Drawing seven = MnistLikeDigits.drawing(7);

    assertThat(pen.recognize(reversed(seven)).probabilities())
        .isNotEqualTo(pen.recognize(seven).probabilities());
    assertThat(images.recognize(reversed(seven)).label()).isEqualTo(7);
  }

  @Test
  void picturesAreLeftToTheReaderOfImages() {
    CanvasContent content =
        new CanvasContent(
            StrokeRenderer.render(MnistLikeDigits.drawing(3)), MnistLikeDigits.drawing(1));

    assertThat(both.recognize(content)).isEqualTo(images.recognize(content));
    assertThat(both.recognize(content.background()))
        .isEqualTo(images.recognize(content.background()));
  }

  @Test
  void thePenReadsNoPictures() {
    CanvasContent content =
        new CanvasContent(StrokeRenderer.render(MnistLikeDigits.drawing(3)), Drawing.BLANK);

    assertThatThrownBy(() -> pen.recognize(content))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("recognize.noMovement"));
    assertThatThrownBy(() -> pen.recognize(content.background()))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void aBlankDrawingIsRejected() {
    assertThat(pen.recognize(Drawing.BLANK).rejected()).isTrue();
    assertThat(both.recognize(Drawing.BLANK).rejected()).isTrue();
  }

  @Test
  void onlyAReaderOfTheMovementCanBeAdded() {
    assertThatThrownBy(() -> new Recognizer(image, image))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void warmsUp() {
    pen.warmUp();
    both.warmUp();

    assertThat(both.recognize(MnistLikeDigits.drawing(5)).label()).isEqualTo(5);
  }

  private static double share(Recognizer recognizer) {
    long right =
        DIGITS.stream()
            .filter(digit -> recognizer.recognize(digit.drawing()).label() == digit.label())
            .count();
    return (double) right / DIGITS.size();
  }

  private static Drawing reversed(Drawing drawing) {
    return new Drawing(
        drawing.strokes().stream()
            .map(
                stroke -> {
                  List<InkPoint> points = new ArrayList<>(stroke.points());
                  Collections.reverse(points);
                  return new Stroke(points);
                })
            .toList());
  }
}
