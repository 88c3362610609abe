@NullMarked
package org.digitpad.ui.library;

import org.jspecify.annotations.NullMarked;
