package org.digitpad.data.drawings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.io.BadInputException;
import org.digitpad.io.Sha256;

/**
 * Kept drawings as lines of a strokes file, which the command line reads too, the newest first:
 *
 * <pre>{"version":1,"sha256":"…","read":"7","width":16.0,"strokes":[…]}
 * {"read":"","width":16.0,"strokes":[…]}</pre>
 *
 * The checksum is that of all bytes after it and its comma, to the end of the file. A file without
 * drawings has one line with a blank one.
 */
final class DrawingsFormat {
  /** The version that this program writes, and the newest one that it reads. */
  private static final int VERSION = 1;

  private static final Pattern HEADER =
      Pattern.compile("\\{\"version\":(\\d{1,9}),\"sha256\":\"(\\p{XDigit}{64})\",");

  private static final Pattern READING = Pattern.compile("\\{?\"read\":\"([0-9]{0,20})\",");

  private static final KeptDrawing NONE = new KeptDrawing(Drawing.BLANK, "");

  private DrawingsFormat() {}

  static byte[] toBytes(List<KeptDrawing> drawings) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (KeptDrawing kept : drawings.isEmpty() ? List.of(NONE) : drawings) {
      lines.write("{\"read\":\"%s\",".formatted(kept.reading()).getBytes(StandardCharsets.UTF_8));
      byte[] line = StrokesFile.toLine(new LabeledDrawing(null, null, kept.drawing()));
      lines.write(line, 1, line.length - 1);
      lines.write('\n');
    }
    byte[] body = lines.toByteArray();
    byte[] protectedBytes = Arrays.copyOfRange(body, 1, body.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        "{\"version\":%d,\"sha256\":\"%s\","
            .formatted(VERSION, Sha256.of(protectedBytes))
            .getBytes(StandardCharsets.UTF_8));
    out.write(protectedBytes);
    return out.toByteArray();
  }

  /**
   * Parses what {@link #toBytes} has written.
   *
   * @param file name of the file in error messages
   * @throws BadInputException if the bytes are damaged
   * @throws IOException if they are of a newer version
   */
  static List<KeptDrawing> parse(byte[] bytes, Path file) throws IOException {
    // the headers and readings are ASCII, whatever follows
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher header = HEADER.matcher(text);
    if (!header.lookingAt()) {
      throw damaged(file);
    }
    if (Integer.parseInt(header.group(1)) > VERSION) {
      throw new IOException(Messages.get("data.drawings.newer"));
    }
    String body = text.substring(header.end());
    if (!Sha256.of(body.getBytes(StandardCharsets.ISO_8859_1)).equals(header.group(2))) {
      throw damaged(file);
    }
    List<String> lines = body.lines().toList();
    List<LabeledDrawing> drawings = StrokesFile.parse(bytes, file);
    if (lines.size() != drawings.size()) {
      throw damaged(file);
    }
    List<KeptDrawing> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher reading = READING.matcher(lines.get(i));
      if (!reading.lookingAt()) {
        throw damaged(file);
      }
      if (!drawings.get(i).drawing().isBlank()) {
        kept.add(new KeptDrawing(drawings.get(i).drawing(), reading.group(1)));
      }
    }
    return kept;
  }

  private static BadInputException damaged(Path file) {
    return new BadInputException(Messages.get("data.drawings.wrongChecksum", file));
  }
}
