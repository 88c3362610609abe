@NullMarked
package org.digitpad.cli;

import org.jspecify.annotations.NullMarked;
