/** Unexpected errors: what nothing else has caught, told in a bar at the bottom of the window. */
@NullMarked
package org.digitpad.ui.error;

import org.jspecify.annotations.NullMarked;
