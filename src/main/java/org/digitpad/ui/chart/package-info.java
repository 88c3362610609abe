/** Line charts of training metrics, and the confusion matrix. */
@NullMarked
package org.digitpad.ui.chart;

import org.jspecify.annotations.NullMarked;
