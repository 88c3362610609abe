package org.digitpad.nn.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.JsonFields;
import org.digitpad.io.json.JsonObject;

/**
 * The model that another one is an adapted copy of.
 *
 * @param name of a bundled model, or of its file without the folder
 * @param sha256 SHA-256 of its file
 */
public record ParentModel(String name, String sha256) implements JsonFields {
  static ParentModel of(JsonObject json) throws BadJsonException {
    return new ParentModel(json.text("name"), json.text("sha256"));
  }

  @Override
  public Map<String, Object> jsonFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("sha256", sha256);
    return fields;
  }
}
