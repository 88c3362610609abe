/** The drawing pad: canvas, pen input, undo history and toolbar. */
@NullMarked
package org.digitpad.ui.pad;

import org.jspecify.annotations.NullMarked;
