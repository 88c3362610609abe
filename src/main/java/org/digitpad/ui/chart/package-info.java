/** Line charts of training metrics over epochs, and the view of a confusion matrix. */
@NullMarked
package org.digitpad.ui.chart;

import org.jspecify.annotations.NullMarked;
