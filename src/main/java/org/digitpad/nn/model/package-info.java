@NullMarked
package org.digitpad.nn.model;

import org.jspecify.annotations.NullMarked;
