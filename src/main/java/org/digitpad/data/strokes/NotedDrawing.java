package org.digitpad.data.strokes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A drawing with further fields of its line.
 *
 * @param labeled the drawing
 * @param notes the fields by their names, all as text, in the order in which they are written
 */
public record NotedDrawing(LabeledDrawing labeled, Map<String, String> notes) {
  public NotedDrawing {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }
}
