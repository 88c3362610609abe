/**
 * File access: atomic writes, input files with clear error messages, checksums, and the folders in
 * which DigitPad keeps its files.
 */
@NullMarked
package org.digitpad.io;

import org.jspecify.annotations.NullMarked;
