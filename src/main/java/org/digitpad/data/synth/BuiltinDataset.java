package org.digitpad.data.synth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.jspecify.annotations.Nullable;

/** A dataset of {@link BuiltinDigits}, which are generated on first use. */
public final class BuiltinDataset implements Dataset {
  private static final long TRAIN_SEED = 1;
  private static final long TEST_SEED = 2;

  private final int trainCount;
  private final int testCount;
  private @Nullable LabeledImages train;
  private @Nullable LabeledImages test;

  /** Creates a dataset of any size; the digits of a smaller one are the first of a larger one. */
  public BuiltinDataset(int trainCount, int testCount) {
    this.trainCount = trainCount;
    this.testCount = testCount;
  }

  @Override
  public synchronized LabeledImages train() {
    if (train == null) {
      train = BuiltinDigits.images(trainCount, TRAIN_SEED);
    }
    return train;
  }

  @Override
  public synchronized LabeledImages test() {
    if (test == null) {
      test = BuiltinDigits.images(testCount, TEST_SEED);
    }
    return test;
  }

  @Override
  public Map<String, String> sha256() {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("builtin-v4-train", train().sha256());
    hashes.put("builtin-v4-test", test().sha256());
    return hashes;
  }
}
