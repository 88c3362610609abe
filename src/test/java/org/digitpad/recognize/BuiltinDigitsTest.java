package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.digitpad.data.synth.HandwritingGenerator;
import org.junit.jupiter.api.Test;

/** The bundled model recognizes generated digits. */
final class BuiltinDigitsTest {
  private static final int PER_DIGIT = 100;

  @Test
  void theBundledModelRecognizesNeatHandwriting() {
    int all = 0;
    HandwritingGenerator generator = new HandwritingGenerator(0.5);
    Recognizer recognizer = new Recognizer(BundledModels.convGru());
    for (int digit = 0; digit < 10; digit++) {
      int correct = 0;
      for (int i = 0; i < PER_DIGIT; i++) {
        var drawing = generator.draw(digit, new SplittableRandom(PER_DIGIT * digit + i));
        correct += recognizer.recognize(drawing).label() == digit ? 1 : 0;
      }
      assertThat(correct).as("%d", digit).isGreaterThan(PER_DIGIT / 2);
      all += correct;
    }
    assertThat(all).isGreaterThan(9 * PER_DIGIT);
  }
}
