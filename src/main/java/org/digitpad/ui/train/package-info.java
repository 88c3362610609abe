/** The Train tab: puts dataset, settings, current run and earlier runs together. */
@NullMarked
package org.digitpad.ui.train;

import org.jspecify.annotations.NullMarked;
