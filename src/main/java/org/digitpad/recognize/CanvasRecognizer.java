package org.digitpad.recognize;

import org.digitpad.ink.CanvasContent;

/**
 * Recognizes the digit on a canvas. A call takes milliseconds, the first one longer: never call it
 * on the UI thread.
 */
@FunctionalInterface
public interface CanvasRecognizer {
  Prediction recognize(CanvasContent content);
}
