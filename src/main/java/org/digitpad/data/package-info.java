/**
 * Images of digits in memory: {@link DigitImages}, {@link LabeledImages}, and the {@link Dataset}
 * that training and evaluation take.
 */
@NullMarked
package org.digitpad.data;

import org.jspecify.annotations.NullMarked;
