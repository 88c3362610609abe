package org.digitpad.ui.compare;

import java.util.Locale;
import java.util.function.Supplier;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.source.DataSource;
import org.digitpad.io.BadInputException;

/**
 * Images that nobody trained on, to find out with where models differ.
 *
 * @param images the images with their labels
 * @param standIn whether they only stand in for others that are missing
 * @param sentence which they are, and how to come by better ones
 */
public record TestImages(LabeledImages images, boolean standIn, String sentence) {
  /**
   * Loads the test images of a source, or DigitPad's own where it has none. Slow.
   *
   * @param source finds the place
   */
  public static TestImages find(Supplier<DataSource> source) {
    String missing;
    try {
      DataSource place = source.get();
      try {
        LabeledImages images = place.dataset().test();
        return new TestImages(
            images,
            false,
            String.format(Locale.ROOT, "%,d test images, none of them trained on", images.size()));
      } catch (BadInputException cause) {
        missing =
            place.isDownloadable()
                ? "MNIST is not on this computer; download it in the Train tab (once, 11.6 MB)."
                : String.valueOf(cause.getMessage());
      }
    } catch (BadInputException cause) {
      missing = String.valueOf(cause.getMessage());
    }
    LabeledImages images = new DataSource.Builtin().dataset().test();
    return new TestImages(
        images,
        true,
        String.format(
            Locale.ROOT,
            "%s Meanwhile these are %,d digits that DigitPad makes up itself.",
            missing,
            images.size()));
  }
}
