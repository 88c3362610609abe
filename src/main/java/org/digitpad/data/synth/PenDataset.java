package org.digitpad.data.synth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.digitpad.data.Dataset;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.ink.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * Digits as movement rather than as images: the {@link DirectionMaps} of synthetic drawings, which
 * take the place of the pixels. Trained on are {@link PenDrawings}, tested with {@link
 * BuiltinDigits}. Generated on first use.
 */
public final class PenDataset implements Dataset {
  private static final long TRAIN_SEED = 1;
  private static final long TEST_SEED = 2;

  private final int trainCount;
  private final int testCount;
  private @Nullable LabeledImages train;
  private @Nullable LabeledImages test;

  /** Creates a dataset of any size. */
  public PenDataset(int trainCount, int testCount) {
    this.trainCount = trainCount;
    this.testCount = testCount;
  }

  @Override
  public synchronized LabeledImages train() {
    if (train == null) {
      train = maps(trainCount, index -> PenDrawings.digit(index, TRAIN_SEED));
    }
    return train;
  }

  @Override
  public synchronized LabeledImages test() {
    if (test == null) {
      List<LabeledDrawing> drawings = BuiltinDigits.drawings(testCount, TEST_SEED);
      test = maps(testCount, index -> drawings.get(index).drawing());
    }
    return test;
  }

  private static LabeledImages maps(int count, IntFunction<Drawing> drawing) {
    byte[] values = new byte[count * DirectionMaps.VALUES];
    byte[] labels = new byte[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            index -> {
              labels[index] = (byte) PenDrawings.label(index);
              DigitImages.write(DirectionMaps.of(drawing.apply(index)), values, index);
            });
    return new LabeledImages(values, labels);
  }

  @Override
  public Map<String, String> sha256() {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("builtin-pen-v1-train", train().sha256());
    hashes.put("builtin-pen-v1-test", test().sha256());
    return hashes;
  }
}
