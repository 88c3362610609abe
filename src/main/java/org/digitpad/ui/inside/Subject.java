package org.digitpad.ui.inside;

import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.kernel.ArgMax;

/**
 * What was read and is to be explained.
 *
 * @param image the image of the digit
 * @param drawing its strokes; blank if it was read from a picture or over one
 * @param probabilities of the ten digits; shared, not copied
 */
record Subject(DigitImage image, Drawing drawing, float[] probabilities) {
  /** The same with other probabilities. */
  Subject with(float[] other) {
    return new Subject(image, drawing, other);
  }

  /** The most probable digit. */
  int label() {
    return ArgMax.of(probabilities);
  }
}
