/** The current training run: its state, progress and controls. */
@NullMarked
package org.digitpad.ui.train.run;

import org.jspecify.annotations.NullMarked;
