@NullMarked
package org.digitpad.nn.dl4j;

import org.jspecify.annotations.NullMarked;
