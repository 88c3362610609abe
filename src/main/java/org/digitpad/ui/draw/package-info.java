/** The Draw tab, and the draft that is saved and restored with it. */
@NullMarked
package org.digitpad.ui.draw;

import org.jspecify.annotations.NullMarked;
