package org.digitpad.ui.drawings;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.io.FileErrors;
import org.slf4j.LoggerFactory;

/**
 * Copies the canvas to the system's clipboard, as a picture, as SVG and as a line of strokes, and
 * pastes strokes, files and pictures from there.
 */
public final class DrawingClipboard {
  private static final String SVG = "image/svg+xml";

  private final DrawingFilesViewModel files;
  private Consumer<Image> pictures;

  public DrawingClipboard(DrawingFilesViewModel files) {
    this.files = files;
    this.pictures = image -> files.tellNow(Messages.get("ui.drawings.nothingToPaste"));
  }

  /** Sets what receives pictures that are pasted. */
  public void setPictures(Consumer<Image> receiver) {
    pictures = receiver;
  }

  void copy() {
    CanvasContent content = files.content();
    files.picture(
        coverage -> {
          try {
            Map<DataFormat, Object> formats = new HashMap<>();
            formats.put(DataFormat.IMAGE, image(coverage));
            formats.put(
                DataFormat.PLAIN_TEXT,
                new String(
                    StrokesFile.toLine(new LabeledDrawing(null, null, content.drawing())),
                    StandardCharsets.UTF_8));
            formats.put(
                svgFormat(),
                ByteBuffer.wrap(DrawingSvg.write(content).getBytes(StandardCharsets.UTF_8)));
            Clipboard.getSystemClipboard().setContent(formats);
            files.informNow(Messages.get("ui.drawings.copied"));
          } catch (IOException cause) {
            LoggerFactory.getLogger(DrawingClipboard.class).warn("cannot copy", cause);
            files.tellNow(Messages.get("ui.drawings.notCopied", FileErrors.reason(cause)));
          }
        });
  }

  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    List<File> found = clipboard.hasFiles() ? clipboard.getFiles() : List.of();
    String text = clipboard.hasString() ? clipboard.getString() : "";
    if (!found.isEmpty()) {
      files.open(found.stream().map(File::toPath).toList());
    } else if (text == null || !files.paste(text)) {
      Optional.ofNullable(clipboard.hasImage() ? clipboard.getImage() : null)
          .ifPresentOrElse(
              pictures, () -> files.tellNow(Messages.get("ui.drawings.nothingToPaste")));
    }
  }

  private static DataFormat svgFormat() {
    DataFormat known = DataFormat.lookupMimeType(SVG);
    return known == null ? new DataFormat(SVG) : known;
  }

  private static Image image(byte[] coverage) {
    int side = DrawingPng.SIDE;
    WritableImage image = new WritableImage(side, side);
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            side,
            side,
            PixelFormat.getIntArgbInstance(),
            DrawingPng.colors(coverage),
            0,
            side);
    return image;
  }
}
