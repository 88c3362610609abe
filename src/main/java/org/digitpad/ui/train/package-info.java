@NullMarked
package org.digitpad.ui.train;

import org.jspecify.annotations.NullMarked;
