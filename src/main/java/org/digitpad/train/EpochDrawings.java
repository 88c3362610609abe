package org.digitpad.train;

import java.util.stream.IntStream;
import org.digitpad.data.synth.PenDrawings;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.dl4j.Batch;

/**
 * Direction maps of synthetic drawings that no other epoch has: instead of augmenting the maps,
 * digits and non-digits are drawn anew. Thread-safe: a drawing depends only on the epoch's seed and
 * its index.
 *
 * @param digits number of digits in an epoch
 * @param nonDigits number of non-digits in an epoch
 */
record EpochDrawings(int digits, int nonDigits) implements EpochSamples {
  /** As many drawings as a recipe has images. */
  static EpochDrawings of(int training, Recipe recipe) {
    int nonDigits = recipe.nonDigits(training);
    return new EpochDrawings(recipe.imagesPerEpoch(training) - nonDigits, nonDigits);
  }

  @Override
  public int[] indices(int epoch) {
    return IntStream.range(0, digits + nonDigits).toArray();
  }

  @Override
  public int label(int index) {
    return index < digits ? PenDrawings.label(index) : Batch.BACKGROUND_CLASS;
  }

  @Override
  public void copyImage(int index, long epochSeed, float[] target, int at) {
    Drawing drawing =
        index < digits
            ? PenDrawings.digit(index, epochSeed)
            : PenDrawings.nonDigit(index, epochSeed);
    DirectionMaps.write(drawing, target, at);
  }
}
