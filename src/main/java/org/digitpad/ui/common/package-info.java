@NullMarked
package org.digitpad.ui.common;

import org.jspecify.annotations.NullMarked;
