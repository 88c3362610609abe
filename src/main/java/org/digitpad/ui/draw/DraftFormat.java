package org.digitpad.ui.draw;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.io.BadInputException;
import org.digitpad.io.Sha256;

/**
 * The content of the canvas as one line of a strokes file, which the command line reads too:
 *
 * <pre>{"version":1,"sha256":"…","background":"…","width":16.0,"strokes":[…]}</pre>
 *
 * The checksum is that of all bytes between it and the closing brace. The background is the Base64
 * of 784 bytes, and left out if there is none. Version 0 has neither of the first three fields.
 */
final class DraftFormat {
  /** The version that this program writes, and the newest one that it reads. */
  private static final int VERSION = 1;

  private static final Pattern HEADER =
      Pattern.compile("\\{\"version\":(\\d{1,9}),\"sha256\":\"(\\p{XDigit}{64})\",");

  private static final Pattern BACKGROUND = Pattern.compile("\"background\":\"([^\"]*)\",");

  private DraftFormat() {}

  /** Writes the content as a line with its line feed. */
  static byte[] toBytes(CanvasContent content) throws IOException {
    byte[] line = StrokesFile.toLine(new LabeledDrawing(null, null, content.drawing()));
    byte[] background = background(content.background());
    byte[] body = new byte[background.length + line.length - 2];
    System.arraycopy(background, 0, body, 0, background.length);
    System.arraycopy(line, 1, body, background.length, line.length - 2);
    byte[] header =
        "{\"version\":%d,\"sha256\":\"%s\","
            .formatted(VERSION, Sha256.of(body))
            .getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[header.length + body.length + 2];
    System.arraycopy(header, 0, bytes, 0, header.length);
    System.arraycopy(body, 0, bytes, header.length, body.length);
    bytes[bytes.length - 2] = '}';
    bytes[bytes.length - 1] = '\n';
    return bytes;
  }

  /**
   * Parses what {@link #toBytes} or an earlier version has written.
   *
   * @param file name of the file in error messages
   * @throws BadInputException if the bytes are damaged, or of a newer version
   */
  static CanvasContent parse(byte[] bytes, Path file) {
    // the header and the background are ASCII, whatever follows
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher header = HEADER.matcher(text);
    DigitImage background = DigitImage.BLANK;
    if (header.lookingAt()) {
      if (Integer.parseInt(header.group(1)) > VERSION) {
        throw new BadInputException(Messages.get("ui.draw.draft.newer", file));
      }
      int end = text.stripTrailing().length() - 1;
      String body = text.substring(header.end(), Math.max(header.end(), end));
      String found = Sha256.of(body.getBytes(StandardCharsets.ISO_8859_1));
      if (!found.equals(header.group(2))) {
        throw new BadInputException(Messages.get("ui.draw.draft.wrongChecksum", file));
      }
      Matcher image = BACKGROUND.matcher(body);
      background = image.lookingAt() ? background(image.group(1), file) : background;
    }
    Drawing drawing = StrokesFile.parse(bytes, file).get(0).drawing();
    return new CanvasContent(background, drawing);
  }

  private static byte[] background(DigitImage image) {
    if (image.isBlank()) {
      return new byte[0];
    }
    byte[] pixels = new byte[DigitImage.PIXELS];
    float[] ink = image.toArray();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * ink[i]);
    }
    return ("\"background\":\"" + Base64.getEncoder().encodeToString(pixels) + "\",")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static DigitImage background(String base64, Path file) {
    try {
      byte[] pixels = Base64.getDecoder().decode(base64);
      float[] ink = new float[pixels.length];
      for (int i = 0; i < ink.length; i++) {
        ink[i] = (pixels[i] & 0xff) / 255f;
      }
      return new DigitImage(ink);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(Messages.get("ui.draw.draft.wrongChecksum", file), e);
    }
  }
}
