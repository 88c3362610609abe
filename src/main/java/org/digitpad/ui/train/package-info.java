/** The Train tab: training settings, charts and misclassified digits. */
@NullMarked
package org.digitpad.ui.train;

import org.jspecify.annotations.NullMarked;
