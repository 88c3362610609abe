@NullMarked
package org.digitpad.data;

import org.jspecify.annotations.NullMarked;
