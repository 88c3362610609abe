/**
 * Drawings that are kept: the strip of recent ones, saving, opening, copying and pasting. The Draw
 * tab shows it.
 */
@NullMarked
package org.digitpad.ui.drawings;

import org.jspecify.annotations.NullMarked;
