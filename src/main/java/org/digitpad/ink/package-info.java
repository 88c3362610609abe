@NullMarked
package org.digitpad.ink;

import org.jspecify.annotations.NullMarked;
