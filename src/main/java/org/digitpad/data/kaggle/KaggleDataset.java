package org.digitpad.data.kaggle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The labeled digits of Kaggle's {@code train.csv}: the last tenth is held out for testing, all
 * others are for training. The file is read on first use.
 */
public final class KaggleDataset implements Dataset {
  /** One digit of this many is held out. */
  private static final int FRACTION = 10;

  private final Path file;
  private @Nullable LabeledImages all;

  public KaggleDataset(Path file) {
    this.file = file;
  }

  @Override
  public LabeledImages train() {
    LabeledImages digits = all();
    return digits.slice(0, digits.size() - testCount(digits));
  }

  @Override
  public LabeledImages test() {
    LabeledImages digits = all();
    return digits.slice(digits.size() - testCount(digits), digits.size());
  }

  private static int testCount(LabeledImages digits) {
    return digits.size() / FRACTION;
  }

  @Override
  public Map<String, String> sha256() {
    try {
      return Map.of(file.getFileName().toString(), Sha256.of(file));
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  private synchronized LabeledImages all() {
    if (all == null) {
      LabeledImages digits = KaggleCsv.readTrain(file);
      if (digits.size() < FRACTION) {
        throw new BadInputException(
            Messages.plural("data.kaggle.tooFewDigits", digits.size(), file, FRACTION));
      }
      all = digits;
    }
    return all;
  }
}
