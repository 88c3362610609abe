/** The program's log: a file in DigitPad's folder, into which SLF4J's loggers and JavaFX write. */
@NullMarked
package org.digitpad.io.log;

import org.jspecify.annotations.NullMarked;
