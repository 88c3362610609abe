/** Synthetic handwriting: the built-in digits, and non-digits to train and test rejection with. */
@NullMarked
package org.digitpad.data.synth;

import org.jspecify.annotations.NullMarked;
