package org.digitpad.data.strokes;

import org.digitpad.ink.Drawing;

/**
 * A drawing that is no digit.
 *
 * @param label what was meant, such as "A"
 * @param kind what sort of thing it is, such as "upper" or "symbol"
 * @param drawing the strokes
 */
public record OtherDrawing(String label, String kind, Drawing drawing) {}
