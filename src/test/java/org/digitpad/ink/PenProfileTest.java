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
import org.digitpad.data.source.DataSource;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.PenProfile.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the pen of the canvas with those in MNIST. */
class PenProfileTest {
  /**
   * The properties of MNIST's 60,000 training images, as {@code org.digitpad.bench.PenProfiles}
   * prints them, and the allowed distance of the canvas from their median.
   */
  private enum Property {
    INK(PenProfile::ink, new Spread(0.099, 0.127, 0.158), 6),
    /** Below the median on purpose, see {@link PenRasterizer#PEN_WIDTH}. */
    WIDTH(PenProfile::width, new Spread(2.009, 2.360, 2.783), 10),
    EDGE(PenProfile::edge, new Spread(1.445, 1.484, 1.521), 1),
    DARKNESS(PenProfile::darkness, new Spread(0.826, 0.853, 0.876), 1),
    FULL(PenProfile::full, new Spread(0.295, 0.375, 0.455), 7);

    final ToDoubleFunction<PenProfile> of;
    final Spread mnist;
    final Percentage tolerance;

    Property(ToDoubleFunction<PenProfile> of, Spread mnist, int percent) {
      this.of = of;
      this.mnist = mnist;
      this.tolerance = withPercentage(percent);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePenOfTheCanvasIsLikeMnists(Property property) {
    List<DigitImage> images =
        BuiltinDigits.drawings(2000, 1).stream()
            .map(digit -> StrokeRenderer.render(digit.drawing()))
            .toList();

    Spread canvas = PenProfile.spread(images, property.of);

    assertThat(canvas.median()).isCloseTo(property.mnist.median(), property.tolerance);
    assertThat(canvas.median()).isBetween(property.mnist.lower(), property.mnist.upper());
  }

  @ParameterizedTest
  @EnumSource
  @EnabledIfEnvironmentVariable(named = DataSource.FOLDER_VARIABLE, matches = ".+")
  void mnistHasTheStatedProperties(Property property) {
    LabeledImages train =
        new MnistFolder(Path.of(System.getenv(DataSource.FOLDER_VARIABLE))).train();
    List<DigitImage> images = IntStream.range(0, train.size()).mapToObj(train::image).toList();

    assertThat(PenProfile.spread(images, property.of)).hasToString(property.mnist.toString());
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
  void distinguishesGrayFromBlackInk() {
    float[] black = new float[DigitImage.PIXELS];
    float[] gray = new float[DigitImage.PIXELS];
    for (int row = 4; row < 24; row++) {
      for (int column = 13; column < 16; column++) {
        black[row * DigitImage.SIDE + column] = 1;
        gray[row * DigitImage.SIDE + column] = 0.4f;
      }
    }
    PenProfile ofBlack = PenProfile.of(new DigitImage(black));
    PenProfile ofGray = PenProfile.of(new DigitImage(gray));

    assertThat(ofBlack.ink()).isCloseTo(60.0 / 784, within(1e-6));
    assertThat(ofBlack.darkness()).isEqualTo(1);
    assertThat(ofBlack.full()).isEqualTo(1);
    assertThat(ofGray.darkness()).isCloseTo(0.4, within(1e-6));
    assertThat(ofGray.full()).isZero();
    assertThat(ofGray.edge()).isGreaterThan(2 * ofBlack.edge());
  }
}
