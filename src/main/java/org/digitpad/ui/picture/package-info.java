/**
 * Pictures in the window: opened, dropped or pasted, shown in place of the canvas, with frames
 * around the digits that were found, which people can correct.
 */
@NullMarked
package org.digitpad.ui.picture;

import org.jspecify.annotations.NullMarked;
