package org.digitpad.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureScaleTest {
  @Test
  void aLargePictureIsReducedToFit() {
    PictureScale scale = PictureScale.fit(4000, 2000, 400, 400);
    assertThat(scale).isEqualTo(new PictureScale(0, 100, 0.1));
  }

  @Test
  void aSmallPictureIsEnlargedByAWholeNumber() {
    assertThat(PictureScale.fit(28, 28, 400, 400)).isEqualTo(new PictureScale(4, 4, 14));
    assertThat(PictureScale.fit(300, 300, 400, 400)).isEqualTo(new PictureScale(50, 50, 1));
  }

  @Test
  void placesAreTheSameInBothDirections() {
    PictureScale scale = PictureScale.fit(4000, 3000, 431, 377);
    for (int x = 0; x <= 4000; x += 137) {
      assertThat(scale.pictureX(scale.screenX(x))).isEqualTo(x);
      assertThat(scale.pictureY(scale.screenY(x))).isEqualTo(x);
    }
  }
}
