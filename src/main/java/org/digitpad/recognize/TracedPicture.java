package org.digitpad.recognize;

import org.digitpad.ink.Drawing;

/**
 * Digits of a picture as strokes on a canvas.
 *
 * @param drawing strokes along the ink, in units of a canvas of 280×280
 * @param faithful whether each of its digits is read as in the picture
 */
public record TracedPicture(Drawing drawing, boolean faithful) {}
