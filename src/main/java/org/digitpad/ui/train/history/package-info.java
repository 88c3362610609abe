/** Earlier runs, whose models can be compared, used and deleted, and the unfinished run. */
@NullMarked
package org.digitpad.ui.train.history;

import org.jspecify.annotations.NullMarked;
