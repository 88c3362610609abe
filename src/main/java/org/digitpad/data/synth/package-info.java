/** Synthetic handwriting: the {@code builtin} digits, and drawings that are not digits. */
@NullMarked
package org.digitpad.data.synth;

import org.jspecify.annotations.NullMarked;
