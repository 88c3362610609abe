@NullMarked
package org.digitpad.ui.compare;

import org.jspecify.annotations.NullMarked;
