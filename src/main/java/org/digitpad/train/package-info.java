/** Trains models: recipes, runs with checkpoints, calibration, and model cards. */
@NullMarked
package org.digitpad.train;

import org.jspecify.annotations.NullMarked;
