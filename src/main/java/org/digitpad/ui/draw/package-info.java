/** The Draw tab, and the autosaved drawing. */
@NullMarked
package org.digitpad.ui.draw;

import org.jspecify.annotations.NullMarked;
