package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.synth.PenDataset;
import org.digitpad.data.synth.PenDrawings;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Batch;
import org.junit.jupiter.api.Test;

final class EpochDrawingsTest {
  private static final LabeledImages MAPS = new PenDataset(30, 0).train();

  /** In place of two views of 30 images, 20 builtin digits and 2 unfinished ones. */
  private static final int DIGITS = 82;

  private final EpochSamples drawings = EpochSamples.of(Architectures.PEN, MAPS, Recipe.BEST);

  @Test
  void hasAsManySamplesAsTheRecipe() {
    assertThat(drawings).isEqualTo(new EpochDrawings(DIGITS, 6));
    assertThat(drawings.indices(1)).hasSize(Recipe.BEST.imagesPerEpoch(30));
  }

  @Test
  void digitsComeBeforeNonDigits() {
    assertThat(Arrays.stream(drawings.indices(1)).map(drawings::label).limit(12))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    assertThat(Arrays.stream(drawings.indices(1)).map(drawings::label).skip(DIGITS))
        .hasSize(6)
        .containsOnly(Batch.BACKGROUND_CLASS);
  }

  @Test
  void eachEpochHasItsOwnDrawings() {
    assertThat(maps(drawings, 11, 5)).isEqualTo(DirectionMaps.of(PenDrawings.digit(11, 5)));
    assertThat(maps(drawings, DIGITS + 1, 5))
        .isEqualTo(DirectionMaps.of(PenDrawings.nonDigit(DIGITS + 1, 5)));
    assertThat(maps(drawings, 11, 6)).isNotEqualTo(maps(drawings, 11, 5));
  }

  @Test
  void withoutAugmentationTheDatasetIsTrainedOn() {
    EpochSamples samples = EpochSamples.of(Architectures.PEN, MAPS, Recipe.REFERENCE);
    float[] expected = new float[DirectionMaps.VALUES];
    MAPS.copyImage(4, expected, 0);

    assertThat(samples.indices(1)).hasSize(30);
    assertThat(maps(samples, 4, 5)).isEqualTo(maps(samples, 4, 6)).isEqualTo(expected);
  }

  private static float[] maps(EpochSamples samples, int index, long epochSeed) {
    float[] target = new float[DirectionMaps.VALUES];
    samples.copyImage(index, epochSeed, target, 0);
    return target;
  }
}
