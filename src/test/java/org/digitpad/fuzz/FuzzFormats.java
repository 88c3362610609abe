package org.digitpad.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.digitpad.train.CheckpointFuzzFormat;
import org.digitpad.ui.draw.DraftFuzzFormat;

/** All files that DigitPad reads. */
final class FuzzFormats {
  private FuzzFormats() {}

  static List<FuzzFormat> all() {
    return Stream.of(
            ImageFormats.all(),
            DataFormats.all(),
            ModelFormats.all(),
            List.of(
                CheckpointFuzzFormat.format(), DraftFuzzFormat.format(), SettingsFormat.format()))
        .flatMap(List::stream)
        .toList();
  }
}
