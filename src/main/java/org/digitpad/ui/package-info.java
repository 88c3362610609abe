/** The application window: start-up, header, tabs, and the composition root. */
@NullMarked
package org.digitpad.ui;

import org.jspecify.annotations.NullMarked;
