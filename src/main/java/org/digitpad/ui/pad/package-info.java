/**
 * The drawing pad: canvas, pen input, undo history and toolbar. The Draw and Compare tabs share it.
 */
@NullMarked
package org.digitpad.ui.pad;

import org.jspecify.annotations.NullMarked;
