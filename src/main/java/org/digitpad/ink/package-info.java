/**
 * Pen strokes, and their rendering as the centered 28×28 grayscale images that the networks take.
 */
@NullMarked
package org.digitpad.ink;

import org.jspecify.annotations.NullMarked;
