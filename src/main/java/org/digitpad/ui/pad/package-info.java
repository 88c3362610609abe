@NullMarked
package org.digitpad.ui.pad;

import org.jspecify.annotations.NullMarked;
