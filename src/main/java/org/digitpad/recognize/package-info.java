@NullMarked
package org.digitpad.recognize;

import org.jspecify.annotations.NullMarked;
