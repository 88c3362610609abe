package org.digitpad.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.digitpad.train.CheckpointFormat;

/** All files that DigitPad reads. */
final class FuzzFormats {
  private FuzzFormats() {}

  static List<FuzzFormat> all() {
    return Stream.of(
            ImageFormats.all(),
            DataFormats.all(),
            ModelFormats.all(),
            List.of(CheckpointFormat.checkpoint()),
            WindowFormats.all())
        .flatMap(List::stream)
        .toList();
  }
}
