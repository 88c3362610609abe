package org.digitpad.data.synth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.jspecify.annotations.Nullable;

/** {@link BuiltinDigits} in the amounts of MNIST, or in others. Makes them when first asked for. */
public final class BuiltinDataset implements Dataset {
  private static final long TRAIN_SEED = 1;
  private static final long TEST_SEED = 2;

  private final int trainCount;
  private final int testCount;
  private @Nullable LabeledImages train;
  private @Nullable LabeledImages test;

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
    Map<String, String> sums = new LinkedHashMap<>();
    sums.put("builtin-v2-train", train().sha256());
    sums.put("builtin-v2-test", test().sha256());
    return sums;
  }
}
