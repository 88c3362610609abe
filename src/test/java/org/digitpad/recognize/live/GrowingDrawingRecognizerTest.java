package org.digitpad.recognize.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.recognize.BundledModels;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.DigitSequenceRecognizer;
import org.digitpad.recognize.sequence.SequenceDigit;
import org.junit.jupiter.api.Test;

class GrowingDrawingRecognizerTest {
  private static final Stroke DOWN = line(100, 40, 100, 140);

  private final DigitSequenceRecognizer sequences =
      new DigitSequenceRecognizer(new Recognizer(BundledModels.convGru()));
  private final GrowingDrawingRecognizer recognizer = new GrowingDrawingRecognizer(sequences);

  @Test
  void aLineIsAOneOnlyOnceThePenIsLifted() {
    CanvasContent line = new CanvasContent(new Drawing(List.of(DOWN)));

    SequenceDigit growing = recognizer.recognize(line, true).digits().get(0);
    DigitSequence lifted = recognizer.recognize(line, false);

    assertThat(growing.unfinished()).isTrue();
    assertThat(growing.prediction().probability(1)).isLessThan(0.9f);
    assertThat(lifted).isEqualTo(sequences.recognize(line));
    assertThat(lifted.digits().get(0).prediction().probability(1)).isGreaterThan(0.9f);
  }

  @Test
  void theSecondStrokeOfADigitCountsFromItsBeginning() {
    CanvasContent content = new CanvasContent(new Drawing(List.of(DOWN, line(90, 90, 105, 90))));

    SequenceDigit digit = recognizer.recognize(content, true).digits().get(0);

    assertThat(digit.drawing()).isEqualTo(content.drawing());
    assertThat(digit.unfinished()).isTrue();
  }

  @Test
  void aFinishedDigitStaysWhenAnotherBegins() {
    Drawing seven = MnistLikeDigits.drawing(7);
    List<Stroke> strokes = new ArrayList<>(seven.strokes());
    strokes.add(line(260, 60, 260, 65));

    SequenceDigit digit =
        recognizer.recognize(new CanvasContent(new Drawing(strokes)), true).digits().get(0);

    assertThat(digit).isEqualTo(sequences.recognize(seven).digits().get(0));
  }

  @Test
  void anImageIsReadAsItIs() {
    CanvasContent content =
        new CanvasContent(
            StrokeRenderer.render(MnistLikeDigits.drawing(1)), new Drawing(List.of(DOWN)));

    assertThat(recognizer.recognize(content, true)).isEqualTo(sequences.recognize(content, true));
  }

  private static Stroke line(double fromX, double fromY, double toX, double toY) {
    return new Stroke(List.of(new InkPoint(fromX, fromY), new InkPoint(toX, toY)));
  }
}
