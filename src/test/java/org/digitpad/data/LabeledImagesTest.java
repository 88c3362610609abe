package org.digitpad.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.ink.DigitImage;
import org.junit.jupiter.api.Test;

final class LabeledImagesTest {
  private static final LabeledImages ALL = MnistFixture.digits(30, 1);

  @Test
  void aSliceHasItsImagesAndLabelsAlone() {
    LabeledImages slice = ALL.slice(5, 25).slice(2, 12);

    assertThat(slice.size()).isEqualTo(10);
    assertThat(slice.images().size()).isEqualTo(10);
    byte[] pixels = new byte[10 * DigitImage.PIXELS];
    byte[] labels = new byte[10];
    for (int i = 0; i < 10; i++) {
      assertThat(slice.image(i)).isEqualTo(ALL.image(7 + i));
      assertThat(slice.label(i)).isEqualTo(ALL.label(7 + i));
      DigitImages.write(ALL.image(7 + i).toArray(), pixels, i);
      labels[i] = (byte) ALL.label(7 + i);
      float[] rows = new float[DigitImage.PIXELS];
      slice.images().copyRows(i, rows, 0, DigitImage.SIDE);
      assertThat(rows).isEqualTo(ALL.image(7 + i).toArray());
    }
    assertThat(slice.sha256()).isEqualTo(new LabeledImages(pixels, labels).sha256());
  }

  @Test
  void aSliceEndsWithinTheImages() {
    LabeledImages slice = ALL.slice(5, 25);
    for (int[] range : new int[][] {{-1, 3}, {3, 21}, {4, 3}}) {
      assertThatThrownBy(() -> slice.slice(range[0], range[1]))
          .as(Arrays.toString(range))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(slice.slice(20, 20).size()).isZero();
  }
}
