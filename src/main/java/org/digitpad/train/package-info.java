@NullMarked
package org.digitpad.train;

import org.jspecify.annotations.NullMarked;
