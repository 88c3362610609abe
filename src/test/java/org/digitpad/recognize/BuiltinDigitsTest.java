package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.digitpad.data.synth.HandwritingGenerator;
import org.junit.jupiter.api.Test;

/** A network that has seen only people's digits reads DigitPad's own. */
final class BuiltinDigitsTest {
  private static final int PER_DIGIT = 100;

  @Test
  void theBundledModelReadsWhatIsWrittenWithCare() {
    int all = 0;
    HandwritingGenerator scribe = new HandwritingGenerator(0.5);
    try (Recognizer recognizer =
        new Recognizer(new ModelLibrary(Path.of("none")).load("conv-gru"))) {
      for (int digit = 0; digit < 10; digit++) {
        int right = 0;
        for (int i = 0; i < PER_DIGIT; i++) {
          var drawing = scribe.draw(digit, new SplittableRandom(PER_DIGIT * digit + i));
          right += recognizer.read(drawing).label() == digit ? 1 : 0;
        }
        assertThat(right).as("%d", digit).isGreaterThan(PER_DIGIT / 2);
        all += right;
      }
    }
    assertThat(all).isGreaterThan(9 * PER_DIGIT);
  }
}
