package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitImageTest {
  private static DigitImage withPixel(int pixel, float value) {
    float[] pixels = new float[DigitImage.PIXELS];
    pixels[pixel] = value;
    return new DigitImage(pixels);
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.001f, 1.001f, Float.NaN, Float.POSITIVE_INFINITY})
  void inkIsFrom0To1(float value) {
    assertThatIllegalArgumentException().isThrownBy(() -> withPixel(783, value));
  }

  @Test
  void imagesWithEqualPixelsAreEqual() {
    assertThat(withPixel(5, 0.5f)).isEqualTo(withPixel(5, 0.5f));
    assertThat(withPixel(5, 0.5f)).hasSameHashCodeAs(withPixel(5, 0.5f));
    assertThat(withPixel(5, 0.5f).hashCode()).isNotEqualTo(withPixel(6, 0.25f).hashCode());
    assertThat(withPixel(5, 0.5f)).isNotEqualTo(withPixel(6, 0.5f)).isNotEqualTo("image");
  }

  @Test
  void aCanvasIsBlankWithoutBackgroundAndPoints() {
    Drawing dot = new Drawing(List.of(new Stroke(List.of(new InkPoint(3, 4)))), 10);
    assertThat(CanvasContent.BLANK.isBlank()).isTrue();
    assertThat(new CanvasContent(dot).isBlank()).isFalse();
    assertThat(new CanvasContent(withPixel(5, 1), Drawing.BLANK).isBlank()).isFalse();
    assertThat(new CanvasContent(withPixel(5, 1), dot).isBlank()).isFalse();
  }
}
