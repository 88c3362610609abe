/** The current training run: its state, progress, charts, epochs and misclassified digits. */
@NullMarked
package org.digitpad.ui.train.run;

import org.jspecify.annotations.NullMarked;
