/** Labeled drawings, and the JSON Lines files that store their pen strokes. */
@NullMarked
package org.digitpad.data.strokes;

import org.jspecify.annotations.NullMarked;
