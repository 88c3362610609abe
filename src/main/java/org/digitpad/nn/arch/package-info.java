@NullMarked
package org.digitpad.nn.arch;

import org.jspecify.annotations.NullMarked;
