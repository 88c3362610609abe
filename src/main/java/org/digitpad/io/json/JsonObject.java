package org.digitpad.io.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object in JSON by name. Nothing is converted: a number within a string is no
 * number, and one with a fraction no whole number.
 */
public final class JsonObject {
  private final Map<?, ?> fields;

  private JsonObject(Map<?, ?> fields) {
    this.fields = fields;
  }

  /**
   * @param value as {@link Json#parse} returns it
   * @throws BadJsonException if it is no object
   */
  public static JsonObject of(@Nullable Object value) throws BadJsonException {
    if (value instanceof Map<?, ?> fields) {
      return new JsonObject(fields);
    }
    throw new BadJsonException("not an object");
  }

  /**
   * @throws BadJsonException if there are fields of other names
   */
  public void requireOnly(Set<String> names) throws BadJsonException {
    if (!names.containsAll(fields.keySet())) {
      throw new BadJsonException("there are other fields than " + names);
    }
  }

  /** Whether a field is missing or null. */
  public boolean isNull(String name) {
    return fields.get(name) == null;
  }

  /** Whether a field is this text. */
  public boolean isText(String name, String text) {
    return text.equals(fields.get(name));
  }

  public String text(String name) throws BadJsonException {
    return text(name, fields.get(name));
  }

  private static String text(String name, @Nullable Object value) throws BadJsonException {
    if (value instanceof String text) {
      return text;
    }
    throw bad(name, "text");
  }

  public int integer(String name) throws BadJsonException {
    if (fields.get(name) instanceof Integer integer) {
      return integer;
    }
    throw bad(name, "whole number of 32 bits");
  }

  public long longInteger(String name) throws BadJsonException {
    Object value = fields.get(name);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw bad(name, "whole number of 64 bits");
  }

  public double number(String name) throws BadJsonException {
    if (fields.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw bad(name, "number");
  }

  public JsonObject object(String name) throws BadJsonException {
    return of(fields.get(name));
  }

  public List<JsonObject> objects(String name) throws BadJsonException {
    if (!(fields.get(name) instanceof List<?> values)) {
      throw bad(name, "array");
    }
    List<JsonObject> objects = new ArrayList<>();
    for (Object value : values) {
      objects.add(of(value));
    }
    return objects;
  }

  public Map<String, String> texts(String name) throws BadJsonException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : object(name).fields.entrySet()) {
      texts.put(String.valueOf(entry.getKey()), text(name, entry.getValue()));
    }
    return texts;
  }

  private static BadJsonException bad(String name, String expected) {
    return new BadJsonException(name + " is no " + expected);
  }
}
