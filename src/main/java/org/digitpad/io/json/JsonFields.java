package org.digitpad.io.json;

import java.util.Map;

/** A value whose fields in JSON are not the components of a record. */
public interface JsonFields {
  /** The fields in their order, by their names in JSON. */
  Map<String, Object> jsonFields();
}
