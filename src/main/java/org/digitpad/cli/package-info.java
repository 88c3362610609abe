/**
 * The command line: one class per picocli command, and the options and output that they share. The
 * texts of {@code --help} are in {@code usage.properties}.
 */
@NullMarked
package org.digitpad.cli;

import org.jspecify.annotations.NullMarked;
