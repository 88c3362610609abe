@NullMarked
package org.digitpad;

import org.jspecify.annotations.NullMarked;
