/**
 * DigitPad: a drawing pad that reads handwritten digits. {@link org.digitpad.Launcher} starts the
 * window or the command line.
 */
@NullMarked
package org.digitpad;

import org.jspecify.annotations.NullMarked;
