/** The Compare tab: several models side by side on one drawing and on the test images. */
@NullMarked
package org.digitpad.ui.compare;

import org.jspecify.annotations.NullMarked;
