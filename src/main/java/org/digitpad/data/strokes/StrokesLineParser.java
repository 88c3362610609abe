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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final Set<String> FIELDS =
      Set.of("label", "group", "kind", "width", "widths", "strokes");

  /** More than the name of any person, device or kind has, in characters. */
  private static final int MAX_NAME = 200;

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
    return parse(line, number, false).labeled();
  }

  /**
   * Parses a drawing that is no digit, with its label and kind.
   *
   * @param number number of the line, from 1
   * @throws BadInputException as {@link #parse(byte[], int)}
   */
  OtherDrawing parseOther(byte[] line, int number) throws IOException {
    return parse(line, number, true).other();
  }

  /**
   * Parses a drawing and further fields of its line.
   *
   * @param number number of the line, from 1
   * @param names the fields; their values must be text
   * @throws BadInputException as {@link #parse(byte[], int)}
   */
  NotedDrawing parseNoted(byte[] line, int number, Set<String> names) throws IOException {
    Line parsed = parse(line, number, false, names);
    return new NotedDrawing(parsed.labeled(), parsed.notes);
  }

  /** Whether the lines hold more than they may. */
  boolean isFull() {
    return size > maxSize;
  }

  private Line parse(byte[] line, int number, boolean other) throws IOException {
    return parse(line, number, other, Set.of());
  }

  private Line parse(byte[] line, int number, boolean other, Set<String> names) throws IOException {
    // decoded here, as the parser would also accept other encodings
    try (JsonParser json = factory.createParser(text(line, number))) {
      Line parsed = new Line(json, number, other, names);
      parsed.parse();
      return parsed;
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

    /** Whether the label is a text, and there is a kind. */
    private final boolean other;

    private final Set<String> names;
    private final Set<String> found = new HashSet<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    private @Nullable Integer label;
    private String text = "";
    private String kind = "";
    private @Nullable String group;
    private double width = Stroke.DEFAULT_PEN_WIDTH;
    private @Nullable List<Double> widths;
    private List<Stroke> strokes = List.of();

    Line(JsonParser json, int number, boolean other, Set<String> names) {
      this.json = json;
      this.number = number;
      this.other = other;
      this.names = names;
    }

    void parse() throws IOException {
      check(json.nextToken() == JsonToken.START_OBJECT, "data.strokes.notAnObject");
      count(LINE_SIZE);
      while (json.nextToken() != JsonToken.END_OBJECT) {
        readField(json.currentName());
      }
      check(json.nextToken() == null, "data.strokes.trailingText");
      check(found.contains("strokes"), "data.strokes.noStrokes");
      check(!other || !kind.isEmpty() && !text.isEmpty(), "data.strokes.noKind");
    }

    LabeledDrawing labeled() {
      return new LabeledDrawing(label, group, drawing());
    }

    OtherDrawing other() {
      return new OtherDrawing(text, kind, drawing());
    }

    /** Returns the strokes with their pen widths, which may come after them in the line. */
    private Drawing drawing() {
      List<Double> each = widths;
      if (each == null) {
        return new Drawing(strokes, width);
      }
      check(each.size() == strokes.size(), "data.strokes.wrongWidths");
      List<Stroke> wide = new ArrayList<>(strokes.size());
      for (int i = 0; i < strokes.size(); i++) {
        wide.add(new Stroke(strokes.get(i).points(), each.get(i)));
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
      boolean known = FIELDS.contains(name) || names.contains(name);
      if (known && !found.add(name)) {
        throw new BadInputException(Messages.get("data.strokes.duplicate", file, number, name));
      }
      JsonToken value = json.nextToken();
      if (names.contains(name)) {
        if (value != JsonToken.VALUE_NULL) {
          notes.put(name, readNote(value, name));
        }
        return;
      }
      switch (name) {
        case "label" -> readAnyLabel(value);
        case "group" ->
            group =
                value == JsonToken.VALUE_NULL ? null : readName(value, "data.strokes.wrongGroup");
        case "kind" -> {
          if (other) {
            kind = readName(value, "data.strokes.wrongKind");
          } else {
            json.skipChildren();
          }
        }
        case "width" ->
            width =
                value == JsonToken.VALUE_NULL ? width : readWidth(value, "data.strokes.wrongWidth");
        case "widths" -> widths = value == JsonToken.VALUE_NULL ? null : readWidths(value);
        case "strokes" -> strokes = readStrokes(value);
        default -> json.skipChildren();
      }
    }

    private void readAnyLabel(JsonToken value) throws IOException {
      if (other) {
        text = readName(value, "data.strokes.wrongText");
      } else if (value != JsonToken.VALUE_NULL) {
        label = readLabel(value);
      }
    }

    private int readLabel(JsonToken value) throws IOException {
      boolean digit = value == JsonToken.VALUE_NUMBER_INT && json.getText().matches("[0-9]");
      check(digit, "data.strokes.wrongLabel");
      return json.getIntValue();
    }

    private String readName(JsonToken value, String key) throws IOException {
      check(value == JsonToken.VALUE_STRING, key);
      String name = json.getText();
      check(name.length() <= MAX_NAME && Utf8.canEncode(name), key);
      return name;
    }

    private String readNote(JsonToken value, String name) throws IOException {
      String text = value == JsonToken.VALUE_STRING ? json.getText() : null;
      if (text == null || text.length() > MAX_NAME || !Utf8.canEncode(text)) {
        throw new BadInputException(Messages.get("data.strokes.wrongNote", file, number, name));
      }
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
