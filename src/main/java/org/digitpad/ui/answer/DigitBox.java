package org.digitpad.ui.answer;

import org.digitpad.recognize.sequence.BoundingBox;

/**
 * Where one of several digits is on the canvas.
 *
 * @param box around its ink, in canvas units
 * @param text the digit, or a question mark where there is none
 * @param chosen whether its answer is the one that is shown
 */
public record DigitBox(BoundingBox box, String text, boolean chosen) {}
