package org.digitpad.ui.picture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.InputFile;
import org.digitpad.recognize.image.DecodingMonitor;
import org.digitpad.recognize.image.ImageFile;
import org.digitpad.recognize.image.PixelRows;
import org.digitpad.recognize.image.PreviewedPicture;

/**
 * Where a picture comes from.
 *
 * @param name for people
 * @param loader loads it; slow
 */
record PictureSource(String name, Loader loader) {
  /** Loads a picture. */
  @FunctionalInterface
  interface Loader {
    /**
     * Loads the picture.
     *
     * @throws org.digitpad.io.BadInputException with a sentence for people if it cannot be read
     * @throws java.util.concurrent.CancellationException if the monitor has cancelled it
     */
    PreviewedPicture load(DecodingMonitor monitor);
  }

  static PictureSource of(Path file) {
    String name = PlainText.brief(shortName(file).toString());
    return new PictureSource(name, monitor -> load(file, monitor));
  }

  /** A picture from the clipboard, or one that was dragged from another program. */
  static PictureSource of(PixelRows rows) {
    String name = Messages.get("ui.picture.unnamed");
    return new PictureSource(name, monitor -> ImageFile.read(rows, Path.of(name)));
  }

  /** The name without its folders, which nobody needs who has just chosen the file. */
  private static Path shortName(Path file) {
    Path last = file.getFileName();
    return last == null ? file : last;
  }

  private static PreviewedPicture load(Path file, DecodingMonitor monitor) {
    try (InputStream in = new BufferedInputStream(InputFile.open(file))) {
      return ImageFile.readWithPreview(in, shortName(file), monitor);
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }
}
