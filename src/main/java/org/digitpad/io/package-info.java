/** Files: atomic writes, input files with clear errors, checksums, and the folders of DigitPad. */
@NullMarked
package org.digitpad.io;

import org.jspecify.annotations.NullMarked;
