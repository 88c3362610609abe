/** Drawings as pen strokes in JSON Lines files. */
@NullMarked
package org.digitpad.data.strokes;

import org.jspecify.annotations.NullMarked;
