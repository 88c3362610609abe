/** Earlier and unfinished training runs. */
@NullMarked
package org.digitpad.ui.train.history;

import org.jspecify.annotations.NullMarked;
