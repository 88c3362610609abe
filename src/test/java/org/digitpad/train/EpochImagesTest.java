package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.data.synth.UnfinishedDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.dl4j.Batch;
import org.junit.jupiter.api.Test;

final class EpochImagesTest {
  private static final LabeledImages IMAGES = MnistLikeDigits.images(30, 1);

  @Test
  void everyEpochHasAllImagesAndTheNextBuiltinDigits() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.NONE, 20, 0));

    Set<Integer> builtin = new HashSet<>();
    for (int epoch = 1; epoch <= EpochImages.CYCLE; epoch++) {
      int[] indices = mixed.indices(epoch);
      assertThat(indices).hasSize(50).doesNotHaveDuplicates();
      assertThat(indices).contains(IntStream.range(0, 30).toArray());
      Arrays.stream(indices).filter(index -> index >= 30).forEach(builtin::add);
      assertThat(mixed.indices(epoch + EpochImages.CYCLE)).isEqualTo(indices);
    }
    assertThat(builtin).hasSize(20 * EpochImages.CYCLE);
  }

  @Test
  void anEpochHasEquallyManyBuiltinDigitsOfEachClass() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.NONE, 20, 0));

    int[] labels =
        Arrays.stream(mixed.indices(2)).filter(index -> index >= 30).map(mixed::label).toArray();

    assertThat(labels).containsExactlyInAnyOrder(repeated(2));
  }

  /** A recipe that adds so many builtin digits and non-digits to the images of an epoch. */
  private static Recipe recipe(Augmentation augmentation, int builtin, int nonDigits) {
    return new Recipe(
        "own", 64, Recipe.BEST.optimizer(), augmentation, builtin / 30.0, nonDigits / 30.0, 0, 1);
  }

  private static int[] repeated(int times) {
    return IntStream.range(0, 10 * times).map(i -> i % 10).toArray();
  }

  @Test
  void keepsTrainingImagesWithoutAugmentation() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.NONE, 20, 0));

    for (int i = 0; i < 30; i++) {
      assertThat(image(mixed, i, 1)).isEqualTo(IMAGES.image(i).toArray());
      assertThat(mixed.label(i)).isEqualTo(IMAGES.label(i));
    }
  }

  @Test
  void augmentsBuiltinDigitsAnewInEachEpoch() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.HANDWRITING, 20, 0));

    float[] once = image(mixed, 31, 1);

    assertThat(image(mixed, 31, 1)).isEqualTo(once);
    assertThat(image(mixed, 31, 2)).isNotEqualTo(once);
  }

  @Test
  void addsNonDigitsThatAreAugmentedAnewInEachEpoch() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.HANDWRITING, 20, 10));

    int[] none =
        Arrays.stream(mixed.indices(2))
            .filter(index -> mixed.label(index) == Batch.BACKGROUND_CLASS)
            .toArray();

    assertThat(mixed.indices(2)).hasSize(60).doesNotHaveDuplicates();
    assertThat(none).hasSize(10);
    for (int index : none) {
      assertThat(new DigitImage(image(mixed, index, 1)).isBlank()).isFalse();
      assertThat(image(mixed, index, 1)).isEqualTo(image(mixed, index, 1));
      assertThat(image(mixed, index, 1)).isNotEqualTo(image(mixed, index, 2));
    }
    assertThat(image(mixed, none[0], 1)).isNotEqualTo(image(mixed, none[1], 1));
  }

  @Test
  void anEpochHasItsThirdOfTheAdditionalImages() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.NONE, 20, 10));

    assertThat(mixed.indices(1)).containsExactly(ranges(0, 30, 50, 70, 100, 110));
    assertThat(mixed.indices(2)).containsExactly(ranges(0, 30, 70, 90, 110, 120));
    assertThat(mixed.indices(3)).containsExactly(ranges(0, 30, 30, 50, 90, 100));
  }

  private static int[] ranges(int... ends) {
    return IntStream.range(0, ends.length / 2)
        .flatMap(i -> IntStream.range(ends[2 * i], ends[2 * i + 1]))
        .toArray();
  }

  /** Else images with the same index would be augmented alike. */
  @Test
  void eachKindOfImageIsAugmentedWithASeedOfItsOwn() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.HANDWRITING, 20, 10));
    LabeledImages builtin = BuiltinDigits.images(60, 3);

    assertThat(image(mixed, 5, 9)).isEqualTo(augmented(IMAGES.images(), 5, 9));
    assertThat(image(mixed, 30 + 5, 9)).isEqualTo(augmented(builtin.images(), 5, ~9));
    assertThat(image(mixed, 90 + 5, 9)).isEqualTo(augmented(NonDigits.images(30, 3), 5, -9));
    assertThat(mixed.label(30 + 59)).isEqualTo(builtin.label(59));
    assertThat(mixed.label(90)).isEqualTo(Batch.BACKGROUND_CLASS);
  }

  private static float[] augmented(DigitImages images, int index, long seed) {
    float[] pixels = new float[DigitImage.PIXELS];
    Augmentation.HANDWRITING.newAugmenter().apply(images, index, seed, pixels, 0);
    return pixels;
  }

  @Test
  void writesAnImageWhereItBelongs() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.NONE, 20, 10));
    for (int index : new int[] {29, 30, 89, 90}) {
      float[] pixels = new float[DigitImage.PIXELS + 2];
      mixed.copyImage(index, 1, pixels, 1);
      assertThat(Arrays.copyOfRange(pixels, 1, pixels.length - 1))
          .isEqualTo(image(mixed, index, 1));
    }
  }

  @Test
  void sharesNoImageWithTheBuiltinDataset() {
    EpochImages mixed = EpochImages.of(IMAGES, recipe(Augmentation.NONE, 100, 0));
    BuiltinDataset set = new BuiltinDataset(300, 300);
    Set<List<Float>> known = new HashSet<>();
    for (LabeledImages images : List.of(set.train(), set.test())) {
      for (int i = 0; i < images.size(); i++) {
        known.add(list(images.image(i).toArray()));
      }
    }

    for (int i = 30; i < 330; i++) {
      assertThat(known).doesNotContain(list(image(mixed, i, 1)));
    }
  }

  @Test
  void showsEachTrainingImageInSeveralViews() {
    Recipe twice =
        new Recipe(
            "own", 64, Recipe.BEST.optimizer(), Augmentation.HANDWRITING, 20 / 30.0, 0, 0, 2);
    EpochImages images = EpochImages.of(IMAGES, twice);

    assertThat(images.indices(1)).hasSize(80).doesNotHaveDuplicates();
    for (int i = 0; i < 30; i++) {
      assertThat(images.label(30 + i)).isEqualTo(images.label(i)).isEqualTo(IMAGES.label(i));
      assertThat(image(images, i, 9)).isEqualTo(augmented(IMAGES.images(), i, 9));
      assertThat(image(images, 30 + i, 9)).isNotEqualTo(image(images, i, 9));
      assertThat(image(images, 30 + i, 9)).isNotEqualTo(image(images, 30 + i, 10));
    }
  }

  @Test
  void addsUnfinishedDigitsThatBecomeADigit() {
    Recipe recipe =
        new Recipe("own", 64, Recipe.BEST.optimizer(), Augmentation.NONE, 0, 0, 10 / 30.0, 1);
    EpochImages images = EpochImages.of(IMAGES, recipe);
    LabeledImages unfinished = UnfinishedDigits.images(30, 3);

    assertThat(images.indices(3)).containsExactly(ranges(0, 40));
    for (int i = 0; i < 30; i++) {
      assertThat(images.label(30 + i)).isEqualTo(Batch.UNFINISHED + unfinished.label(i));
      assertThat(image(images, 30 + i, 1)).isEqualTo(unfinished.image(i).toArray());
    }
  }

  private static float[] image(EpochImages images, int index, long seed) {
    float[] pixels = new float[DigitImage.PIXELS];
    images.copyImage(index, seed, pixels, 0);
    return pixels;
  }

  private static List<Float> list(float[] pixels) {
    return IntStream.range(0, pixels.length).mapToObj(i -> pixels[i]).toList();
  }
}
