package org.digitpad.recognize.live;

import org.digitpad.ink.CanvasContent;
import org.digitpad.recognize.sequence.DigitSequence;

/**
 * Recognizes the digits on a canvas. A call takes milliseconds, the first one longer: never call it
 * on the UI thread.
 */
@FunctionalInterface
public interface CanvasRecognizer {
  /**
   * @param growing whether the last stroke is still being drawn
   */
  DigitSequence recognize(CanvasContent content, boolean growing);
}
