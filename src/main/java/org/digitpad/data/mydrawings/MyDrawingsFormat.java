package org.digitpad.data.mydrawings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.digitpad.data.strokes.ChecksummedStrokes;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.NotedDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ink.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * A person's drawings as lines of a strokes file, which the command line reads too, the newest
 * first:
 *
 * <pre>
 * {"id":"…","date":"2026-11-26T17:05:00Z","model":"conv-gru","answer":"1","label":7,"strokes":[…]}
 * {"id":"…","kind":"none","date":"…","model":"","strokes":[…]}</pre>
 *
 * The second one is no digit. In DigitPad's own file they are {@link ChecksummedStrokes}; without
 * drawings it has one line with a blank one.
 */
final class MyDrawingsFormat {
  /** The fields beside those of all strokes files. */
  static final Set<String> NOTES = Set.of("id", "kind", "date", "model", "answer");

  private static final NotedDrawing NONE =
      new NotedDrawing(new LabeledDrawing(null, null, Drawing.BLANK), Map.of());

  private MyDrawingsFormat() {}

  static byte[] toBytes(List<MyDrawing> drawings) throws IOException {
    return toBytes(drawings, new IdentityHashMap<>());
  }

  /**
   * Returns drawings as lines.
   *
   * @param known the lines of drawings that were written before, which are used again; is changed
   *     to those of the drawings that are written
   */
  static byte[] toBytes(List<MyDrawing> drawings, Map<MyDrawing, byte[]> known) throws IOException {
    Map<MyDrawing, byte[]> written = new IdentityHashMap<>();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    if (drawings.isEmpty()) {
      lines.write(StrokesFile.toLine(NONE));
      lines.write('\n');
    }
    for (MyDrawing drawing : drawings) {
      byte[] before = known.get(drawing);
      byte[] line = before == null ? StrokesFile.toLine(noted(drawing)) : before;
      written.put(drawing, line);
      lines.write(line);
      lines.write('\n');
    }
    known.clear();
    known.putAll(written);
    return ChecksummedStrokes.seal(lines.toByteArray());
  }

  /**
   * Parses what {@link #toBytes} has written.
   *
   * @param file name of the file in error messages
   * @throws org.digitpad.io.BadInputException if the bytes are damaged
   * @throws IOException if they are of a newer version
   */
  static List<MyDrawing> parse(byte[] bytes, Path file) throws IOException {
    ChecksummedStrokes.check(bytes, file);
    List<MyDrawing> drawings = new ArrayList<>();
    for (NotedDrawing noted : StrokesFile.parseNoted(bytes, file, NOTES)) {
      if (!noted.labeled().drawing().isBlank()) {
        MyDrawing drawing = toMyDrawing(noted, Instant.EPOCH);
        if (drawing == null) {
          throw ChecksummedStrokes.damaged(file);
        }
        drawings.add(drawing);
      }
    }
    return drawings;
  }

  static NotedDrawing noted(MyDrawing drawing) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("id", drawing.id());
    if (drawing.label() == MyDrawing.NO_DIGIT) {
      notes.put("kind", StrokesFile.NO_DIGIT);
    }
    notes.put("date", drawing.date().toString());
    if (!drawing.model().isEmpty()) {
      notes.put("model", drawing.model());
    }
    Integer answer = drawing.answer();
    if (answer != null) {
      notes.put(
          "answer", answer == MyDrawing.NO_DIGIT ? StrokesFile.NO_DIGIT : String.valueOf(answer));
    }
    return new NotedDrawing(drawing.toLabeled(), notes);
  }

  /**
   * Returns the drawing of a line, which another program may have written.
   *
   * @param now the date of a drawing without one
   * @return null if the line does not say what the drawing is
   */
  static @Nullable MyDrawing toMyDrawing(NotedDrawing noted, Instant now) {
    Integer label =
        StrokesFile.isNoDigit(noted)
            ? Integer.valueOf(MyDrawing.NO_DIGIT)
            : noted.labeled().label();
    if (label == null) {
      return null;
    }
    Drawing drawing = noted.labeled().drawing();
    Map<String, String> notes = noted.notes();
    return new MyDrawing(
        // whatever the line says, as other programs may have numbered their drawings
        MyDrawing.idOf(drawing),
        drawing,
        label,
        date(notes.get("date"), now),
        notes.getOrDefault("model", ""),
        answer(notes.get("answer")));
  }

  private static Instant date(@Nullable String text, Instant otherwise) {
    try {
      return text == null ? otherwise : Instant.parse(text);
    } catch (DateTimeParseException foreign) {
      return otherwise;
    }
  }

  private static @Nullable Integer answer(@Nullable String text) {
    if (StrokesFile.NO_DIGIT.equals(text)) {
      return MyDrawing.NO_DIGIT;
    }
    return text != null && text.matches("[0-9]") ? Integer.valueOf(text) : null;
  }
}
