package org.digitpad.recognize;

import org.digitpad.ink.Drawing;

/**
 * Reads a drawing. May take milliseconds, the first time longer: never call it on the UI thread.
 */
@FunctionalInterface
public interface DigitReader {
  Prediction read(Drawing drawing);
}
