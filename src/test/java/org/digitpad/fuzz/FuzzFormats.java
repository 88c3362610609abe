package org.digitpad.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.digitpad.data.drawings.DrawingsFuzzFormat;
import org.digitpad.data.mydrawings.MyDrawingsFuzzFormat;
import org.digitpad.data.profiles.ProfileFuzzFormat;
import org.digitpad.train.CheckpointFuzzFormat;
import org.digitpad.ui.draw.DraftFuzzFormat;

/** All formats of files that DigitPad reads. */
final class FuzzFormats {
  private static final Map<String, Supplier<FuzzFormat>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("png", ImageFormats::png);
    ALL.put("jpeg", ImageFormats::jpeg);
    ALL.put("gif", ImageFormats::gif);
    ALL.put("bmp", ImageFormats::bmpFile);
    ALL.put("idx-images", DataFormats::idxImages);
    ALL.put("idx-images.gz", DataFormats::gzippedIdxImages);
    ALL.put("idx-labels", DataFormats::idxLabels);
    ALL.put("kaggle-train", DataFormats::kaggleTrain);
    ALL.put("kaggle-train.gz", DataFormats::gzippedKaggleTrain);
    ALL.put("kaggle-test", DataFormats::kaggleTest);
    ALL.put("strokes", DataFormats::strokes);
    ALL.put("strokes.gz", DataFormats::gzippedStrokes);
    ALL.put("model", ModelFormats::model);
    ALL.put("model-header", ModelFormats::header);
    ALL.put("card", ModelFormats::card);
    ALL.put("calibration", ModelFormats::calibration);
    ALL.put("checkpoint", CheckpointFuzzFormat::format);
    ALL.put("draft", DraftFuzzFormat::format);
    ALL.put("drawings", DrawingsFuzzFormat::format);
    ALL.put("my-drawings", MyDrawingsFuzzFormat::format);
    ALL.put("profile", ProfileFuzzFormat::format);
    ALL.put("settings", SettingsFormat::format);
  }

  private FuzzFormats() {}

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  static FuzzFormat named(String name) {
    return ALL.getOrDefault(name, () -> missing(name)).get();
  }

  private static FuzzFormat missing(String name) {
    throw new IllegalArgumentException("there is no format " + name);
  }
}
