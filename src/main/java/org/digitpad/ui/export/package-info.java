@NullMarked
package org.digitpad.ui.export;

import org.jspecify.annotations.NullMarked;
