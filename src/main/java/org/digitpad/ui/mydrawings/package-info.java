/** My Drawings: corrections of answers, and the tab that shows what is kept of them. */
@NullMarked
package org.digitpad.ui.mydrawings;

import org.jspecify.annotations.NullMarked;
