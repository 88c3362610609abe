package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.PenProfile.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pad's pen against that of MNIST's writers. */
class PenProfileTest {
  /**
   * What MNIST's 60,000 training images measure, as {@code org.digitpad.bench.PenProfiles} prints
   * it, and how near to their median that of the pad's must be.
   */
  private enum Measure {
    INK(PenProfile::ink, new Spread(0.099, 0.127, 0.158), 6),
    /** Below the median by intention, see {@link PenRasterizer#PEN_WIDTH}. */
    WIDTH(PenProfile::width, new Spread(2.009, 2.360, 2.783), 10),
    EDGE(PenProfile::edge, new Spread(1.445, 1.484, 1.521), 1),
    DARKNESS(PenProfile::darkness, new Spread(0.826, 0.853, 0.876), 1),
    FULL(PenProfile::full, new Spread(0.295, 0.375, 0.455), 7);

    final ToDoubleFunction<PenProfile> of;
    final Spread mnist;
    final Percentage tolerance;

    Measure(ToDoubleFunction<PenProfile> of, Spread mnist, int percent) {
      this.of = of;
      this.mnist = mnist;
      this.tolerance = withPercentage(percent);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePadsPenIsLikeMnists(Measure measure) {
    List<DigitImage> images =
        BuiltinDigits.drawings(2000, 1).stream()
            .map(digit -> StrokeRenderer.render(digit.drawing()))
            .toList();

    Spread pad = PenProfile.spread(images, measure.of);

    assertThat(pad.median()).isCloseTo(measure.mnist.median(), measure.tolerance);
    assertThat(pad.median()).isBetween(measure.mnist.lower(), measure.mnist.upper());
  }

  @ParameterizedTest
  @EnumSource
  @EnabledIfEnvironmentVariable(named = "DIGITPAD_MNIST_DIR", matches = ".+")
  void mnistIsAsWeSay(Measure measure) {
    LabeledImages train = new MnistFolder(Path.of(System.getenv("DIGITPAD_MNIST_DIR"))).train();
    List<DigitImage> images = IntStream.range(0, train.size()).mapToObj(train::image).toList();

    assertThat(PenProfile.spread(images, measure.of)).hasToString(measure.mnist.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.6, 2.2, 3, 4})
  void measuresTheWidthAndTheEdgeOfARing(double penWidth) {
    Drawing ring = SampleDrawings.drawing(SampleDrawings.arc(0, 0, 50, 50, 0, 360));

    PenProfile profile = PenProfile.of(StrokeRenderer.render(ring, penWidth));

    assertThat(profile.width()).isCloseTo(penWidth, withPercentage(10));
    assertThat(profile.edge()).isCloseTo(1.5, within(0.1));
  }

  @Test
  void tellsPaleAndSoftInkFromDarkAndHardInk() {
    float[] hard = new float[DigitImage.PIXELS];
    float[] pale = new float[DigitImage.PIXELS];
    for (int row = 4; row < 24; row++) {
      for (int column = 13; column < 16; column++) {
        hard[row * DigitImage.SIDE + column] = 1;
        pale[row * DigitImage.SIDE + column] = 0.4f;
      }
    }
    PenProfile one = PenProfile.of(new DigitImage(hard));
    PenProfile other = PenProfile.of(new DigitImage(pale));

    assertThat(one.ink()).isCloseTo(60.0 / 784, within(1e-6));
    assertThat(one.darkness()).isEqualTo(1);
    assertThat(one.full()).isEqualTo(1);
    assertThat(other.darkness()).isCloseTo(0.4, within(1e-6));
    assertThat(other.full()).isZero();
    assertThat(other.edge()).isGreaterThan(2 * one.edge());
  }
}
