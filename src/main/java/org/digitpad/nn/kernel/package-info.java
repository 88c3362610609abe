@NullMarked
package org.digitpad.nn.kernel;

import org.jspecify.annotations.NullMarked;
