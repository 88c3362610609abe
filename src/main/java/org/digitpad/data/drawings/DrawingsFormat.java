package org.digitpad.data.drawings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitpad.data.strokes.ChecksummedStrokes;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ink.Drawing;
import org.digitpad.io.BadInputException;

/**
 * Kept drawings as lines of a strokes file, which the command line reads too, the newest first:
 *
 * <pre>{"version":1,"sha256":"…","read":"7","width":16.0,"strokes":[…]}
 * {"read":"","width":16.0,"strokes":[…]}</pre>
 *
 * They are {@link ChecksummedStrokes}. A file without drawings has one line with a blank one.
 */
final class DrawingsFormat {
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
    return ChecksummedStrokes.seal(lines.toByteArray());
  }

  /**
   * Parses what {@link #toBytes} has written.
   *
   * @param file name of the file in error messages
   * @throws BadInputException if the bytes are damaged
   * @throws IOException if they are of a newer version
   */
  static List<KeptDrawing> parse(byte[] bytes, Path file) throws IOException {
    int header = ChecksummedStrokes.check(bytes, file);
    // the readings are ASCII, whatever follows
    String body = new String(bytes, header, bytes.length - header, StandardCharsets.ISO_8859_1);
    List<String> lines = body.lines().toList();
    List<LabeledDrawing> drawings = StrokesFile.parse(bytes, file);
    if (lines.size() != drawings.size()) {
      throw ChecksummedStrokes.damaged(file);
    }
    List<KeptDrawing> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher reading = READING.matcher(lines.get(i));
      if (!reading.lookingAt()) {
        throw ChecksummedStrokes.damaged(file);
      }
      if (!drawings.get(i).drawing().isBlank()) {
        kept.add(new KeptDrawing(drawings.get(i).drawing(), reading.group(1)));
      }
    }
    return kept;
  }
}
