package org.digitpad.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Images;
import org.junit.jupiter.api.Test;

final class AugmentationTest {
  private static final LabeledImages IMAGES = MnistLikeDigits.images(200, 5);

  /** The largest allowed values. */
  private static final Augmentation MAX = new Augmentation(180, 0.999, 180, 180, 180, 180, 0);

  private static float[] original(int index) {
    return IMAGES.image(index).toArray();
  }

  private static float[] augmented(Augmentation augmentation, int index, long seed) {
    return augmented(augmentation.newAugmenter(), index, seed);
  }

  private static float[] augmented(Augmenter augmenter, int index, long seed) {
    float[] pixels = new float[DigitImage.PIXELS];
    augmenter.apply(IMAGES.images(), index, seed, pixels, 0);
    return pixels;
  }

  @Test
  void noneChangesNothing() {
    for (int i = 0; i < 20; i++) {
      assertThat(augmented(Augmentation.NONE, i, 3)).isEqualTo(original(i));
    }
  }

  /** Unlike {@link Augmentation#NONE}, this passes through the warp and the sampler. */
  @Test
  void tinyValuesChangeImagesLittle() {
    Augmentation tiny = new Augmentation(1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 0);
    for (int i = 0; i < 20; i++) {
      assertThat(augmented(tiny, i, 3)).containsExactly(original(i), within(1e-4f));
    }
  }

  @Test
  void theResultDependsOnSeedAndIndexAlone() {
    Augmenter used = Augmentation.HANDWRITING.newAugmenter();
    for (int i = 0; i < 20; i++) {
      float[] image = augmented(Augmentation.HANDWRITING, i, 3);
      augmented(used, 100 + i, 4);
      assertThat(augmented(used, i, 3)).isEqualTo(image);
      assertThat(augmented(used, i, 4)).isNotEqualTo(image);
      assertThat(augmented(used, i, -3)).isNotEqualTo(image);
      assertThat(image).isNotEqualTo(original(i));
    }
  }

  @Test
  void equalImagesAtOtherIndicesAreChangedDifferently() {
    byte[] twice = new byte[2 * DigitImage.PIXELS];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = (byte) Math.round(255 * original(3)[i % DigitImage.PIXELS]);
    }
    LabeledImages twins = new LabeledImages(twice, new byte[2]);
    float[] pixels = new float[2 * DigitImage.PIXELS];
    Augmenter augmenter = Augmentation.HANDWRITING.newAugmenter();
    augmenter.apply(twins.images(), 0, 3, pixels, 0);
    augmenter.apply(twins.images(), 1, 3, pixels, DigitImage.PIXELS);
    assertThat(Arrays.copyOf(pixels, DigitImage.PIXELS))
        .isNotEqualTo(Arrays.copyOfRange(pixels, DigitImage.PIXELS, pixels.length));
  }

  @Test
  void threadsDoNotMatter() {
    List<CompletableFuture<float[]>> futures =
        IntStream.range(0, 20)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> augmented(Augmentation.HANDWRITING, i, 7)))
            .toList();
    for (int i = 0; i < futures.size(); i++) {
      assertThat(futures.get(i).join()).isEqualTo(augmented(Augmentation.HANDWRITING, i, 7));
    }
  }

  @Test
  void everyValueMatters() {
    for (Augmentation alone :
        List.of(
            new Augmentation(10, 0, 0, 0, 0, 0, 0),
            new Augmentation(0, 0.1, 0, 0, 0, 0, 0),
            new Augmentation(0, 0, 0.15, 0, 0, 0, 0),
            new Augmentation(0, 0, 0, 1, 0, 0, 0),
            new Augmentation(0, 0, 0, 0, 0.6, 0, 0),
            new Augmentation(0, 0, 0, 0, 0, 0.1, 0))) {
      float[] image = augmented(alone, 3, 3);
      assertThat(image).isNotEqualTo(original(3)).isNotEqualTo(augmented(alone, 3, 4));
      assertThat(Images.sum(image))
          .isCloseTo(Images.sum(original(3)), within(0.3 * Images.sum(original(3))));
    }
  }

  @Test
  void pixelsStayBetweenZeroAndOne() {
    for (Augmentation augmentation : List.of(Augmentation.HANDWRITING, MAX)) {
      for (int i = 0; i < IMAGES.size(); i++) {
        for (float pixel : augmented(augmentation, i, 3)) {
          assertThat(pixel >= 0 && pixel <= 1).as("%s", pixel).isTrue();
        }
      }
    }
  }

  @Test
  void aBlankImageStaysBlank() {
    LabeledImages blank = new LabeledImages(new byte[DigitImage.PIXELS], new byte[1]);
    float[] pixels = new float[DigitImage.PIXELS];
    for (int seed = 0; seed < 20; seed++) {
      MAX.newAugmenter().apply(blank.images(), 0, seed, pixels, 0);
      assertThat(pixels).containsOnly(0);
    }
  }

  @Test
  void writesOnlyThePixelsOfTheImage() {
    float[] pixels = new float[3 * DigitImage.PIXELS];
    Arrays.fill(pixels, 9);
    MAX.newAugmenter().apply(IMAGES.images(), 3, 3, pixels, DigitImage.PIXELS);
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      assertThat(pixels[i]).isEqualTo(9);
      assertThat(pixels[DigitImage.PIXELS + i]).isLessThanOrEqualTo(1);
      assertThat(pixels[2 * DigitImage.PIXELS + i]).isEqualTo(9);
    }
  }

  @Test
  void stretchesANarrowDigitTowardsASquare() {
    byte[] bar = new byte[DigitImage.PIXELS];
    for (int row = 4; row < 24; row++) {
      Arrays.fill(bar, row * DigitImage.SIDE + 11, row * DigitImage.SIDE + 17, (byte) -1);
    }
    LabeledImages narrow = new LabeledImages(bar, new byte[1]);
    Augmenter augmenter = new Augmentation(0, 0, 0, 0, 0, 0, 1).newAugmenter();
    float[] pixels = new float[DigitImage.PIXELS];
    double least = 20 * 6;
    double most = 0;
    for (int seed = 0; seed < 50; seed++) {
      augmenter.apply(narrow.images(), 0, seed, pixels, 0);
      double ink = Images.sum(pixels);
      assertThat(ink).isBetween(0.95 * 20 * 6, 3.05 * 20 * 6);
      least = Math.min(least, ink);
      most = Math.max(most, ink);
    }
    assertThat(least).isLessThan(1.2 * 20 * 6);
    assertThat(most).isGreaterThan(2.5 * 20 * 6);
  }

  /** The changes of the amount of ink cancel out on average. Measured: 0.05 %. */
  @Test
  void keepsTheInkOnAverage() {
    Augmentation augmentation = new Augmentation(10, 0.1, 0.15, 1, 0.6, 0, 0);
    double before = 0;
    double after = 0;
    for (int i = 0; i < IMAGES.size(); i++) {
      before += Images.sum(original(i));
      for (int seed = 0; seed < 10; seed++) {
        after += Images.sum(augmented(augmentation, i, seed)) / 10;
      }
    }
    assertThat(after / before).isCloseTo(1, within(0.005));
  }

  @Test
  void rejectsInvalidValues() {
    for (double value : new double[] {-1e-9, 181, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Augmentation(value, 0, 0, 0, 0, 0, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Double.toString(value));
      assertThatThrownBy(() -> new Augmentation(0, 0, 0, 0, 0, value, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Augmentation(0, 1, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("below 1");
    assertThatThrownBy(() -> new Augmentation(0, 0, 0, 0, 0, 0, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
  }
}
