package org.digitpad.ui.picture;

import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.digitpad.recognize.image.Preview;
import org.jspecify.annotations.Nullable;

/** Shows a picture: a small one with whole pixels, a large one reduced without aliasing. */
final class PreviewPane extends Pane {
  private final ImageView view = new ImageView();
  private @Nullable Preview preview;

  /** What the image is made of: below 1, so many pixels of the preview are one of the image. */
  private int shownFactor;

  private int shownEnlargement;

  PreviewPane() {
    setMouseTransparent(true);
    getChildren().add(view);
  }

  void show(@Nullable Preview newPreview) {
    preview = newPreview;
    shownFactor = 0;
    view.setImage(null);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Preview shown = preview;
    if (shown == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    int factor = Math.max(1, (int) Math.floor(shown.width() / getWidth()));
    int enlargement = Math.max(1, (int) Math.round(getWidth() / shown.width()));
    if (factor != shownFactor || enlargement != shownEnlargement) {
      shownFactor = factor;
      shownEnlargement = enlargement;
      view.setImage(image(shown.shrunk(factor), enlargement));
      view.setSmooth(enlargement == 1);
    }
    view.setFitWidth(getWidth());
    view.setFitHeight(getHeight());
  }

  /** Repeats each pixel, as some of JavaFX's rendering pipelines blur images that they enlarge. */
  private static WritableImage image(Preview preview, int enlargement) {
    int width = preview.width() * enlargement;
    WritableImage image = new WritableImage(width, preview.height() * enlargement);
    int[] line = new int[width];
    for (int y = 0; y < preview.height(); y++) {
      for (int x = 0; x < preview.width(); x++) {
        int color = preview.rgb()[y * preview.width() + x];
        Arrays.fill(line, x * enlargement, (x + 1) * enlargement, color);
      }
      // a scanline stride of 0 repeats the line
      image
          .getPixelWriter()
          .setPixels(
              0, y * enlargement, width, enlargement, PixelFormat.getIntArgbInstance(), line, 0, 0);
    }
    return image;
  }
}
