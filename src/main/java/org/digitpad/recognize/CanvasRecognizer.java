package org.digitpad.recognize;

import org.digitpad.ink.CanvasContent;

/**
 * Reads what lies on the paper. May take milliseconds, the first time longer: never call it on the
 * UI thread.
 */
@FunctionalInterface
public interface CanvasRecognizer {
  Prediction read(CanvasContent subject);
}
