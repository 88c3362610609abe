package org.digitpad.data.strokes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.LineReader;

/**
 * Drawings as JSON lines, gzipped or not: {@code
 * {"label":7,"group":"apb","width":16,"strokes":[[[x,y],[x,y]],[[x,y]]]}}. All but {@code strokes}
 * may be left out; fields of other names are passed over.
 */
public final class StrokesFile {
  private static final int MAX_LINE_BYTES = 16 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // read as numbers, so that they can be refused in our words
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private StrokesFile() {}

  /**
   * Reads all drawings. A blank drawing has no strokes.
   *
   * @return at least one drawing, in the order of the file
   * @throws BadInputException if the file is not there, holds no drawing, or has a bad line
   */
  public static List<LabeledDrawing> read(Path file) {
    List<LabeledDrawing> drawings = new ArrayList<>();
    int number = 1;
    try (InputStream in = InputFile.open(file)) {
      LineReader lines = new LineReader(in, MAX_LINE_BYTES);
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        StrokesLineParser.parse(JSON, line, file, number).ifPresent(drawings::add);
        number++;
      }
    } catch (LineReader.LineTooLongException e) {
      throw new BadInputException(
          file + ", line " + number + ": the line is too long for one drawing; split it.", e);
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
    if (drawings.isEmpty()) {
      throw new BadInputException(
          file + " is empty: there is no drawing in it; give a file with one drawing a line.");
    }
    return drawings;
  }

  /**
   * Replaces a file with these drawings, one a line; gzipped if its name ends in {@code .gz}.
   *
   * @throws IOException if it cannot be written; the old file then stays
   */
  public static void write(Path file, List<LabeledDrawing> drawings) throws IOException {
    boolean gzip = file.toString().endsWith(".gz");
    AtomicFiles.write(
        file,
        out -> {
          if (gzip) {
            GZIPOutputStream packed = new GZIPOutputStream(out);
            writeLines(packed, drawings);
            packed.finish();
          } else {
            writeLines(out, drawings);
          }
        });
  }

  private static void writeLines(OutputStream out, List<LabeledDrawing> drawings)
      throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(out)
            .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
            .setRootValueSeparator(null)) {
      for (LabeledDrawing drawing : drawings) {
        writeLine(json, drawing);
      }
    }
  }

  private static void writeLine(JsonGenerator json, LabeledDrawing drawing) throws IOException {
    json.writeStartObject();
    if (drawing.label() != null) {
      json.writeNumberField("label", drawing.label());
    }
    if (drawing.group() != null) {
      json.writeStringField("group", drawing.group());
    }
    json.writeNumberField("width", drawing.drawing().penWidth());
    json.writeArrayFieldStart("strokes");
    for (Stroke stroke : drawing.drawing().strokes()) {
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
