package org.digitpad.ui.compare;

import java.util.function.Supplier;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.source.DataSource;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;

/**
 * Images that no model was trained on, to find out where models disagree.
 *
 * @param images the images with their labels
 * @param substitute whether they are generated digits, because the test images are missing
 * @param description which images these are and, if they are a substitute, how to get the real ones
 */
public record TestImages(LabeledImages images, boolean substitute, String description) {
  /**
   * Loads the test images of a source, or generates digits if it has none. Slow.
   *
   * @param source finds the source
   */
  public static TestImages find(Supplier<DataSource> source) {
    DataSource dataSource;
    try {
      dataSource = source.get();
    } catch (BadInputException cause) {
      return substitute(String.valueOf(cause.getMessage()));
    }
    try {
      LabeledImages images = dataSource.dataset().test();
      return new TestImages(
          images, false, Messages.plural("ui.compare.images.found", images.size()));
    } catch (BadInputException cause) {
      return substitute(
          dataSource.isDownloadable()
              ? Messages.get("ui.compare.images.download")
              : String.valueOf(cause.getMessage()));
    }
  }

  /**
   * @param reason a sentence on why there are no test images
   */
  private static TestImages substitute(String reason) {
    LabeledImages images = new DataSource.Builtin().dataset().test();
    return new TestImages(
        images,
        true,
        Messages.get("ui.compare.images.substitute", Messages.part(reason), images.size()));
  }
}
