package org.digitpad.data.strokes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.io.BadInputException;
import org.digitpad.io.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Parses the lines of a {@link StrokesFile}, and limits what they hold together, so that a small
 * gzipped file cannot exhaust the memory.
 */
final class StrokesLineParser {
  /** What a stroke counts in points, by the memory that it takes; an empty one as well. */
  static final int STROKE_SIZE = 2;

  /** What a line counts in points. */
  static final int LINE_SIZE = 4;

  private static final String EXAMPLE = "{\"label\":7,\"strokes\":[[[x,y],[x,y]]]}";

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final Set<String> FIELDS = Set.of("label", "group", "width", "widths", "strokes");

  /** More than the name of any person or device has, in characters. */
  private static final int MAX_GROUP = 200;

  private final JsonFactory factory;
  private final Path file;
  private final int maxSize;
  private int size;

  /**
   * Creates a parser for one file.
   *
   * @param maxSize the most that all lines may hold, in points
   */
  StrokesLineParser(JsonFactory factory, Path file, int maxSize) {
    this.factory = factory;
    this.file = file;
    this.maxSize = maxSize;
  }

  /**
   * Parses a drawing.
   *
   * @param number number of the line, from 1
   * @throws BadInputException with file and line if the line is not a drawing, or is too much
   */
  LabeledDrawing parse(byte[] line, int number) throws IOException {
    // decoded here, as the parser would also accept other encodings
    try (JsonParser json = factory.createParser(text(line, number))) {
      return new Line(json, number).parse();
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new BadInputException(Messages.get("data.strokes.notJson", file, number, EXAMPLE), e);
    }
  }

  /** Some editors write a byte order mark at the start of a file. */
  private static String text(byte[] line, int number) throws CharacterCodingException {
    String text = Utf8.decode(line);
    return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** One line, which is read once. */
  private final class Line {
    private final JsonParser json;
    private final int number;
    private final Set<String> found = new HashSet<>();

    private @Nullable Integer label;
    private @Nullable String group;
    private double width = Stroke.DEFAULT_PEN_WIDTH;
    private @Nullable List<Double> widths;
    private @Nullable List<Stroke> strokes;

    Line(JsonParser json, int number) {
      this.json = json;
      this.number = number;
    }

    LabeledDrawing parse() throws IOException {
      check(json.nextToken() == JsonToken.START_OBJECT, "data.strokes.notAnObject");
      count(LINE_SIZE);
      while (json.nextToken() != JsonToken.END_OBJECT) {
        readField(json.currentName());
      }
      check(json.nextToken() == null, "data.strokes.trailingText");
      List<Stroke> drawn = strokes;
      if (drawn == null) {
        throw bad("data.strokes.noStrokes");
      }
      return new LabeledDrawing(label, group, drawing(drawn));
    }

    /** Returns the strokes with their pen widths, which may come after them in the line. */
    private Drawing drawing(List<Stroke> drawn) {
      List<Double> each = widths;
      if (each == null) {
        return new Drawing(drawn, width);
      }
      check(each.size() == drawn.size(), "data.strokes.wrongWidths");
      List<Stroke> wide = new ArrayList<>(drawn.size());
      for (int i = 0; i < drawn.size(); i++) {
        wide.add(new Stroke(drawn.get(i).points(), each.get(i)));
      }
      return new Drawing(wide);
    }

    private void count(int points) {
      size += points;
      if (size > maxSize) {
        throw new BadInputException(Messages.get("data.strokes.tooMuch", file, number, maxSize));
      }
    }

    private void readField(String name) throws IOException {
      if (FIELDS.contains(name) && !found.add(name)) {
        throw new BadInputException(Messages.get("data.strokes.duplicate", file, number, name));
      }
      JsonToken value = json.nextToken();
      switch (name) {
        case "label" -> label = value == JsonToken.VALUE_NULL ? null : readLabel(value);
        case "group" -> group = value == JsonToken.VALUE_NULL ? null : readGroup(value);
        case "width" ->
            width =
                value == JsonToken.VALUE_NULL ? width : readWidth(value, "data.strokes.wrongWidth");
        case "widths" -> widths = value == JsonToken.VALUE_NULL ? null : readWidths(value);
        case "strokes" -> strokes = readStrokes(value);
        default -> json.skipChildren();
      }
    }

    private int readLabel(JsonToken value) throws IOException {
      boolean digit = value == JsonToken.VALUE_NUMBER_INT && json.getText().matches("[0-9]");
      check(digit, "data.strokes.wrongLabel");
      return json.getIntValue();
    }

    private String readGroup(JsonToken value) throws IOException {
      check(value == JsonToken.VALUE_STRING, "data.strokes.wrongGroup");
      String text = json.getText();
      check(text.length() <= MAX_GROUP && Utf8.canEncode(text), "data.strokes.wrongGroup");
      return text;
    }

    private double readWidth(JsonToken value, String key) throws IOException {
      double found = value.isNumeric() ? json.getDoubleValue() : Double.NaN;
      check(found > 0 && Double.isFinite(found), key);
      return found;
    }

    private List<Double> readWidths(JsonToken value) throws IOException {
      check(value == JsonToken.START_ARRAY, "data.strokes.wrongWidths");
      List<Double> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        count(1);
        list.add(readWidth(json.currentToken(), "data.strokes.wrongWidths"));
      }
      return list;
    }

    private List<Stroke> readStrokes(JsonToken value) throws IOException {
      check(value == JsonToken.START_ARRAY, "data.strokes.wrongStrokes");
      List<Stroke> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        list.add(readStroke());
      }
      return list;
    }

    private Stroke readStroke() throws IOException {
      check(json.currentToken() == JsonToken.START_ARRAY, "data.strokes.wrongStroke");
      count(STROKE_SIZE);
      List<InkPoint> points = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        points.add(readPoint());
      }
      return new Stroke(points);
    }

    private InkPoint readPoint() throws IOException {
      checkPoint(json.currentToken() == JsonToken.START_ARRAY);
      count(1);
      double x = readCoordinate();
      double y = readCoordinate();
      checkPoint(json.nextToken() == JsonToken.END_ARRAY);
      return new InkPoint(x, y);
    }

    private double readCoordinate() throws IOException {
      checkPoint(json.nextToken().isNumeric());
      double coordinate = json.getDoubleValue();
      checkPoint(Double.isFinite(coordinate));
      return coordinate;
    }

    private void checkPoint(boolean valid) {
      check(valid, "data.strokes.wrongPoint");
    }

    private void check(boolean valid, String key) {
      if (!valid) {
        throw bad(key);
      }
    }

    private BadInputException bad(String key) {
      return new BadInputException(Messages.get(key, file, number, EXAMPLE));
    }
  }
}
