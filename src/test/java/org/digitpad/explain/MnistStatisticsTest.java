package org.digitpad.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MnistStatisticsTest {
  @ParameterizedTest
  @EnumSource
  void percentilesNeverFall(ImageMeasure measure) {
    MnistStatistics statistics = MnistStatistics.bundled();
    double before = 0;
    for (double value = -90; value < 90; value += 0.01) {
      double percentile = statistics.percentile(measure, value);
      assertThat(percentile).isBetween(before, 100.0);
      before = percentile;
    }
    assertThat(statistics.percentile(measure, -1e9)).isZero();
    assertThat(statistics.percentile(measure, 1e9)).isEqualTo(100);
  }

  @Test
  void averageDigitsAreInTheMiddle() {
    MnistStatistics statistics = MnistStatistics.bundled();
    assertThat(statistics.percentile(ImageMeasure.CENTER_X, 14)).isBetween(40.0, 60.0);
    assertThat(statistics.percentile(ImageMeasure.STROKE_WIDTH, 1)).isLessThan(5);
    assertThat(statistics.percentile(ImageMeasure.HEIGHT, 20)).isBetween(50.0, 70.0);
  }

  @Test
  void measuresAreThoseOfTheImage() {
    double[] line = {100, 20, 100, 260};
    DigitImage upright = image(line);
    assertThat(ImageMeasure.SLANT.of(upright).orElseThrow()).isCloseTo(0, within(0.01));
    assertThat(ImageMeasure.HEIGHT.of(upright).orElseThrow()).isCloseTo(20, within(1.0));
    assertThat(ImageMeasure.WIDTH.of(upright).orElseThrow()).isCloseTo(2.2, within(1.0));
    assertThat(ImageMeasure.STROKE_WIDTH.of(upright).orElseThrow()).isCloseTo(2.2, within(0.3));
    DigitImage leaning = image(180, 20, 100, 260);
    assertThat(ImageMeasure.SLANT.of(leaning).orElseThrow())
        .isCloseTo(Math.toDegrees(Math.atan2(80, 240)), within(0.5));
    assertThat(ImageMeasure.CENTER_X.of(leaning).orElseThrow()).isCloseTo(14, within(0.2));
    assertThat(ImageMeasure.WIDTH.of(DigitImage.BLANK)).isEmpty();
  }

  private static DigitImage image(double... line) {
    return StrokeRenderer.render(
        new Drawing(
            List.of(
                new Stroke(
                    List.of(new InkPoint(line[0], line[1]), new InkPoint(line[2], line[3]))))));
  }

  @Test
  void anImageIsComparedByAllMeasures() {
    DigitImage three = StrokeRenderer.render(MnistLikeDigits.drawings(4, 1).get(3).drawing());
    InputCheck check = InputCheck.of(three, 3);
    assertThat(check.readings())
        .extracting(InputCheck.Reading::measure)
        .containsExactly(ImageMeasure.values());
    assertThat(check.mean()).isNotEqualTo(InputCheck.of(three, 4).mean());
    assertThat(InputCheck.of(DigitImage.BLANK, 0).readings()).isEmpty();
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "DIGITPAD_MNIST_DIR", matches = ".+")
  void theResourceIsMadeFromMnist() throws IOException {
    Path folder = Path.of(System.getenv("DIGITPAD_MNIST_DIR"));
    String made = MnistStatistics.of(new MnistFolder(folder).train()).toJson();
    try (InputStream in = MnistStatistics.class.getResourceAsStream("mnist-statistics.json")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()).isEqualTo(made);
    }
  }
}
