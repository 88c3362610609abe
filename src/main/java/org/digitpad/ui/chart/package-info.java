@NullMarked
package org.digitpad.ui.chart;

import org.jspecify.annotations.NullMarked;
