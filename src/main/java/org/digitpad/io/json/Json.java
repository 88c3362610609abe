package org.digitpad.io.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.digitpad.io.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON. Jackson's data binding would do it as well, but takes a quarter of a
 * second of each start.
 */
public final class Json {
  /** The longest text that is read, in characters. */
  private static final int MAX_LENGTH = 1 << 20;

  /** Far more than anything that DigitPad reads; deeper ones would fill the stack. */
  private static final int MAX_NESTING = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxStringLength(MAX_LENGTH)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  /**
   * Parses a text.
   *
   * @return a map in the order of the text, a list, a string, a number, a boolean, or null; whole
   *     numbers are {@link Integer}, {@link Long} or {@link java.math.BigInteger}, others {@link
   *     Double}
   * @throws BadJsonException if this is not exactly one value, or an object has two fields of the
   *     same name, or a string cannot be represented in UTF-8
   */
  public static @Nullable Object parse(String text) throws BadJsonException {
    return parse(text, number -> {});
  }

  /**
   * Parses a text as {@link #parse(String)} does.
   *
   * @param numbers gets each number as it is written, before the rest of the text is read
   */
  public static @Nullable Object parse(String text, Consumer<String> numbers)
      throws BadJsonException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new BadJsonException("there is no value");
      }
      Object value = value(parser, first, numbers);
      if (parser.nextToken() != null) {
        throw new BadJsonException("there is more than one value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new BadJsonException(e);
    } catch (BadJsonException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has no such errors
    }
  }

  private static @Nullable Object value(
      JsonParser parser, JsonToken token, Consumer<String> numbers) throws IOException {
    switch (token) {
      case START_OBJECT:
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = encodable(parser.currentName());
          object.put(name, value(parser, parser.nextToken(), numbers));
        }
        return object;
      case START_ARRAY:
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          array.add(value(parser, next, numbers));
        }
        return array;
      case VALUE_STRING:
        return encodable(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
        numbers.accept(parser.getText());
        return parser.getNumberValue();
      case VALUE_TRUE, VALUE_FALSE:
        return parser.getBooleanValue();
      default:
        return null; // the parser has refused all that is neither a value nor null
    }
  }

  private static String encodable(String text) throws BadJsonException {
    if (!Utf8.canEncode(text)) {
      throw new BadJsonException("there is an unpaired surrogate");
    }
    return text;
  }

  /**
   * Returns a value on one line.
   *
   * @param value null, a string, a number, a boolean, an enum constant; a map, an iterable, an
   *     array, a record, or {@link JsonFields} of these
   */
  public static String write(@Nullable Object value) {
    return write(value, null);
  }

  /**
   * Returns a value on one line.
   *
   * @param escapes what is escaped in strings, if it is more than JSON asks for
   */
  public static String write(@Nullable Object value, @Nullable CharacterEscapes escapes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      if (escapes != null) {
        generator.setCharacterEscapes(escapes);
      }
      append(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory has no such errors
    }
    return text.toString();
  }

  private static void append(@Nullable Object value, JsonGenerator generator) throws IOException {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof Integer || value instanceof Long) {
      generator.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double number) {
      generator.writeNumber(number);
    } else if (value instanceof Float number) {
      generator.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (value instanceof String || value instanceof Enum) {
      generator.writeString(value instanceof Enum<?> constant ? constant.name() : (String) value);
    } else if (value instanceof Iterable<?> values) {
      generator.writeStartArray();
      for (Object element : values) {
        append(element, generator);
      }
      generator.writeEndArray();
    } else if (value.getClass().isArray()) {
      generator.writeStartArray();
      for (int i = 0; i < Array.getLength(value); i++) {
        append(Array.get(value, i), generator);
      }
      generator.writeEndArray();
    } else {
      generator.writeStartObject();
      for (Map.Entry<?, ?> field : fields(value).entrySet()) {
        generator.writeFieldName(String.valueOf(field.getKey()));
        append(field.getValue(), generator);
      }
      generator.writeEndObject();
    }
  }

  private static Map<?, ?> fields(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    if (value instanceof JsonFields object) {
      return object.jsonFields();
    }
    if (!value.getClass().isRecord()) {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    try {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true); // records may be private
        fields.put(component.getName(), accessor.invoke(value));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return fields;
  }
}
