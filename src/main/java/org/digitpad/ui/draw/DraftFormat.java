package org.digitpad.ui.draw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
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
import org.digitpad.ui.pad.SavedCanvas;

/**
 * The content of the canvas as lines of a strokes file, which the command line reads too:
 *
 * <pre>{"version":1,"sha256":"…","next":"…","background":"…","width":16.0,"strokes":[…]}</pre>
 *
 * The checksum is that of all bytes between it and the closing brace. The background is the Base64
 * of 784 bytes, and left out if there is none. A second line of this kind holds the drawing that
 * the background has replaced; it begins with {@code "beneath":true}, and {@code next} is its
 * checksum, or empty if there is none. Earlier programs wrote neither. Version 0 is a single line
 * that begins with the width.
 */
final class DraftFormat {
  /** The version that this program writes, and the newest one that it reads. */
  private static final int VERSION = 1;

  private static final Pattern HEADER =
      Pattern.compile("\\{\"version\":(\\d{1,9}),\"sha256\":\"(\\p{XDigit}{64})\",");

  private static final Pattern NEXT = Pattern.compile("\"next\":\"(\\p{XDigit}*)\",");

  /** Marks the second line. */
  private static final String BENEATH = "\"beneath\":true,";

  private static final Pattern BACKGROUND = Pattern.compile("\"background\":\"([^\"]*)\",");

  private static final String VERSION_0 = "{\"width\":";

  private DraftFormat() {}

  /** Writes the content as lines. */
  static byte[] toBytes(SavedCanvas saved) throws IOException {
    byte[] second = saved.beneath().isBlank() ? new byte[0] : line(BENEATH, saved.beneath());
    String next = second.length == 0 ? "" : Sha256.of(second);
    byte[] first =
        line(
            "\"next\":\"%s\",%s".formatted(next, background(saved.content().background())),
            saved.content().drawing());
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /**
   * Returns a line with its end.
   *
   * @param more more keys, each with a comma behind it
   */
  private static byte[] line(String more, Drawing drawing) throws IOException {
    byte[] line = StrokesFile.toLine(new LabeledDrawing(null, null, drawing));
    byte[] before = more.getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(before, before.length + line.length - 2);
    System.arraycopy(line, 1, body, before.length, line.length - 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        "{\"version\":%d,\"sha256\":\"%s\","
            .formatted(VERSION, Sha256.of(body))
            .getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.write(new byte[] {'}', '\n'});
    return out.toByteArray();
  }

  /**
   * Parses what {@link #toBytes} or an earlier version has written.
   *
   * @param file name of the file in error messages
   * @throws BadInputException if the bytes are damaged
   * @throws IOException if they are of a newer version
   */
  static SavedCanvas parse(byte[] bytes, Path file) throws IOException {
    // the headers and the background are ASCII, whatever follows
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    DigitImage background = DigitImage.BLANK;
    if (!text.startsWith(VERSION_0)) {
      List<String> lines = text.lines().toList();
      if (!text.endsWith("\n") || lines.size() > 2) {
        throw damaged(file);
      }
      String first = body(lines.get(0), file);
      if (first.startsWith(BENEATH)) {
        throw damaged(file);
      }
      Matcher next = NEXT.matcher(first);
      if (next.lookingAt()) {
        if (!next.group(1).equals(lines.size() == 1 ? "" : sha256(lines.get(1)))) {
          throw damaged(file);
        }
        first = first.substring(next.end());
      }
      background = background(first, file);
      if (lines.size() == 2) {
        body(lines.get(1), file);
      }
    }
    List<LabeledDrawing> drawings = StrokesFile.parse(bytes, file);
    return new SavedCanvas(
        new CanvasContent(background, drawings.get(0).drawing()),
        drawings.size() > 1 ? drawings.get(1).drawing() : Drawing.BLANK);
  }

  /** Returns what the checksum of a line protects. */
  private static String body(String line, Path file) throws IOException {
    Matcher header = HEADER.matcher(line);
    if (!header.lookingAt() || !line.endsWith("}")) {
      throw damaged(file);
    }
    if (Integer.parseInt(header.group(1)) > VERSION) {
      throw new IOException(Messages.get("ui.draw.draft.newer"));
    }
    String body = line.substring(header.end(), line.length() - 1);
    if (!Sha256.of(body.getBytes(StandardCharsets.ISO_8859_1)).equals(header.group(2))) {
      throw damaged(file);
    }
    return body;
  }

  private static String sha256(String line) {
    return Sha256.of((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static DigitImage background(String body, Path file) {
    Matcher image = BACKGROUND.matcher(body);
    if (!image.lookingAt()) {
      return DigitImage.BLANK;
    }
    try {
      byte[] pixels = Base64.getDecoder().decode(image.group(1));
      float[] ink = new float[pixels.length];
      for (int i = 0; i < ink.length; i++) {
        ink[i] = (pixels[i] & 0xff) / 255f;
      }
      return new DigitImage(ink);
    } catch (IllegalArgumentException e) {
      throw damaged(file);
    }
  }

  private static BadInputException damaged(Path file) {
    return new BadInputException(Messages.get("ui.draw.draft.wrongChecksum", file));
  }

  private static String background(DigitImage image) {
    if (image.isBlank()) {
      return "";
    }
    byte[] pixels = new byte[DigitImage.PIXELS];
    float[] ink = image.toArray();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * ink[i]);
    }
    return "\"background\":\"" + Base64.getEncoder().encodeToString(pixels) + "\",";
  }
}
