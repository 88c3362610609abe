package org.digitpad.data.strokes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.LineReader;

/**
 * Reads and writes drawings as JSON Lines, gzipped or not: {@code
 * {"label":7,"group":"apb","width":16,"strokes":[[[x,y],[x,y]],[[x,y]]]}}. Only {@code strokes} is
 * required; unknown fields are ignored. If the strokes differ in their pen width, {@code widths}
 * lists that of each stroke, and {@code width} is the largest.
 */
public final class StrokesFile {
  private static final int MAX_LINE_BYTES = 16 << 20;

  /**
   * The most that a file may hold, in points: about 25,000 drawings, in 60 MB, which are read and
   * drawn in two seconds. A stroke counts as {@value StrokesLineParser#STROKE_SIZE} of them, a line
   * as {@value StrokesLineParser#LINE_SIZE}.
   */
  private static final int MAX_SIZE = 1_200_000;

  /** The kind of a drawing of which a person said that it is no digit; it has no label. */
  public static final String NO_DIGIT = "none";

  private static final Set<String> KIND = Set.of("kind");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // accepted as numbers by the JSON parser, so that the message can name the field
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private StrokesFile() {}

  /**
   * Reads all drawings. A blank drawing has no strokes.
   *
   * @return at least one drawing, in the order of the file
   * @throws BadInputException if the file is missing, has no drawing, or has an invalid line
   */
  public static List<LabeledDrawing> read(Path file) {
    try (InputStream in = InputFile.open(file)) {
      return read(in, file);
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /**
   * Parses the bytes of a file that is not gzipped.
   *
   * @param file name of the file in error messages
   * @throws BadInputException as {@link #read(Path)}
   */
  public static List<LabeledDrawing> parse(byte[] bytes, Path file) {
    try {
      return read(new ByteArrayInputStream(bytes), file);
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /**
   * Reads drawings that are no digits: {@code label} is a text, and each has a {@code kind}.
   *
   * @return at least one drawing, in the order of the file
   * @throws BadInputException as {@link #read(Path)}
   */
  public static List<OtherDrawing> readOthers(Path file) {
    try (InputStream in = InputFile.open(file)) {
      return read(in, file, StrokesLineParser::parseOther);
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /**
   * Reads labeled digits, without the drawings that are marked as none by the kind {@value
   * #NO_DIGIT}.
   *
   * @return at least one drawing, all labeled, in the order of the file
   * @throws BadInputException as {@link #read(Path)}, or if a drawing has no label or none is a
   *     digit
   */
  public static List<LabeledDrawing> readDigits(Path file) {
    List<NotedDrawing> lines;
    try (InputStream in = InputFile.open(file)) {
      lines = read(in, file, (parser, line, number) -> parser.parseNoted(line, number, KIND));
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
    List<LabeledDrawing> digits = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      NotedDrawing line = lines.get(i);
      if (line.labeled().label() != null) {
        digits.add(line.labeled());
      } else if (!isNoDigit(line)) {
        throw new BadInputException(Messages.get("data.strokes.noLabel", i + 1, file));
      }
    }
    if (digits.isEmpty()) {
      throw new BadInputException(Messages.get("data.strokes.noDigits", file));
    }
    return digits;
  }

  /** Whether a drawing, whose kind is among its notes, is marked as no digit. */
  public static boolean isNoDigit(NotedDrawing drawing) {
    return drawing.labeled().label() == null && NO_DIGIT.equals(drawing.notes().get("kind"));
  }

  /**
   * Parses drawings with further fields of their lines.
   *
   * @param file name of the file in error messages
   * @param names the fields; their values must be text
   * @throws BadInputException as {@link #read(Path)}
   */
  public static List<NotedDrawing> parseNoted(byte[] bytes, Path file, Set<String> names) {
    try {
      return read(
          new ByteArrayInputStream(bytes),
          file,
          (parser, line, number) -> parser.parseNoted(line, number, names));
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /**
   * Reads all drawings of a stream, as {@link #read(Path)} does.
   *
   * @param file name of the file in error messages
   * @throws IOException if reading the stream fails
   */
  public static List<LabeledDrawing> read(InputStream in, Path file) throws IOException {
    return read(in, file, StrokesLineParser::parse);
  }

  /**
   * Reads drawings with further fields of their lines, and goes on after lines that are none.
   *
   * @param names the fields; their values must be text
   * @param bad receives what is wrong with a line
   * @return none if no line is a drawing
   * @throws BadInputException if the file cannot be read, holds nothing or too much
   */
  public static List<NotedDrawing> readNoted(
      Path file, Set<String> names, Consumer<BadInputException> bad) {
    List<NotedDrawing> drawings = new ArrayList<>();
    int count = 0;
    try (InputStream in = InputFile.open(file)) {
      LineReader lines = new LineReader(in, file, MAX_LINE_BYTES);
      StrokesLineParser parser = new StrokesLineParser(JSON, file, MAX_SIZE);
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        count++;
        try {
          drawings.add(parser.parseNoted(line, lines.number(), names));
        } catch (BadInputException cause) {
          if (parser.isFull()) {
            throw cause;
          }
          bad.accept(cause);
        }
      }
      if (count == 0) {
        throw new BadInputException(Messages.get("data.strokes.empty", file));
      }
      return drawings;
    } catch (LineReader.LineTooLongException e) {
      throw new BadInputException(Messages.get("data.strokes.lineTooLong", file, count + 1), e);
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  private interface ParseLine<T> {
    T parse(StrokesLineParser parser, byte[] line, int number) throws IOException;
  }

  private static <T> List<T> read(InputStream in, Path file, ParseLine<T> parseLine)
      throws IOException {
    List<T> drawings = new ArrayList<>();
    LineReader lines = new LineReader(in, file, MAX_LINE_BYTES);
    StrokesLineParser parser = new StrokesLineParser(JSON, file, MAX_SIZE);
    try {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        drawings.add(parseLine.parse(parser, line, lines.number()));
      }
    } catch (LineReader.LineTooLongException e) {
      throw new BadInputException(
          Messages.get("data.strokes.lineTooLong", file, lines.number()), e);
    }
    if (drawings.isEmpty()) {
      throw new BadInputException(Messages.get("data.strokes.empty", file));
    }
    return drawings;
  }

  /**
   * Writes a file with one drawing per line, gzipped if its name ends in {@code .gz}. An existing
   * file is replaced.
   *
   * @throws IOException if the file cannot be written; an existing file is then unchanged
   */
  public static void write(Path file, List<LabeledDrawing> drawings) throws IOException {
    writeNoted(
        file, drawings.stream().map(drawing -> new NotedDrawing(drawing, Map.of())).toList());
  }

  /**
   * Writes drawings with further fields, as {@link #write} does without.
   *
   * @throws IOException as {@link #write}
   */
  public static void writeNoted(Path file, List<NotedDrawing> drawings) throws IOException {
    boolean gzip = file.toString().endsWith(".gz");
    AtomicFiles.write(
        file,
        out -> {
          if (gzip) {
            GZIPOutputStream compressed = new GZIPOutputStream(out);
            writeLines(compressed, drawings);
            compressed.finish();
          } else {
            writeLines(out, drawings);
          }
        });
  }

  /** Returns a drawing as a line, without the line feed. */
  public static byte[] toLine(LabeledDrawing drawing) throws IOException {
    return toLine(new NotedDrawing(drawing, Map.of()));
  }

  /** Returns a drawing with further fields as a line, without the line feed. */
  public static byte[] toLine(NotedDrawing drawing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeLines(out, List.of(drawing));
    byte[] line = out.toByteArray();
    return Arrays.copyOf(line, line.length - 1);
  }

  private static void writeLines(OutputStream out, List<NotedDrawing> drawings) throws IOException {
    try (JsonGenerator json = generator(out)) {
      for (NotedDrawing drawing : drawings) {
        writeLine(json, drawing.labeled(), drawing.notes());
      }
    }
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out)
        .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
        .setRootValueSeparator(null);
  }

  private static void writeLine(
      JsonGenerator json, LabeledDrawing drawing, Map<String, String> notes) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, String> note : notes.entrySet()) {
      json.writeStringField(note.getKey(), note.getValue());
    }
    if (drawing.label() != null) {
      json.writeNumberField("label", drawing.label());
    }
    if (drawing.group() != null) {
      json.writeStringField("group", drawing.group());
    }
    List<Stroke> strokes = drawing.drawing().strokes();
    double width = drawing.drawing().penWidth();
    json.writeNumberField("width", width);
    if (strokes.stream().anyMatch(stroke -> stroke.penWidth() != width)) {
      double[] widths = strokes.stream().mapToDouble(Stroke::penWidth).toArray();
      json.writeFieldName("widths");
      json.writeArray(widths, 0, widths.length);
    }
    json.writeArrayFieldStart("strokes");
    for (Stroke stroke : strokes) {
      json.writeStartArray();
      for (InkPoint point : stroke.points()) {
        json.writeArray(new double[] {point.x(), point.y()}, 0, 2);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
