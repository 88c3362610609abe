/** The command line: one class per picocli command, and what the commands share. */
@NullMarked
package org.digitpad.cli;

import org.jspecify.annotations.NullMarked;
