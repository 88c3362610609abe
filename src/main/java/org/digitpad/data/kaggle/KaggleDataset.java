package org.digitpad.data.kaggle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.LabeledImages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The labelled digits of Kaggle's {@code train.csv}: all but the last tenth to train on, the last
 * tenth to measure with. Reads the file when first asked.
 */
public final class KaggleDataset implements Dataset {
  private static final int PARTS = 10;

  private final Path file;
  private @Nullable LabeledImages all;

  public KaggleDataset(Path file) {
    this.file = file;
  }

  @Override
  public LabeledImages train() {
    LabeledImages digits = all();
    return digits.slice(0, digits.size() - heldOut(digits));
  }

  @Override
  public LabeledImages test() {
    LabeledImages digits = all();
    return digits.slice(digits.size() - heldOut(digits), digits.size());
  }

  private static int heldOut(LabeledImages digits) {
    return digits.size() / PARTS;
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
      if (digits.size() < PARTS) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s has %d digits, too few to hold out a tenth of them; give at least %d.",
                file,
                digits.size(),
                PARTS));
      }
      all = digits;
    }
    return all;
  }
}
