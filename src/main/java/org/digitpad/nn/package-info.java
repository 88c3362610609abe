@NullMarked
package org.digitpad.nn;

import org.jspecify.annotations.NullMarked;
