/** The window: start-up, header, tabs, and the composition root that puts the parts together. */
@NullMarked
package org.digitpad.ui;

import org.jspecify.annotations.NullMarked;
