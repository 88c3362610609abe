/** Trains models: recipes, runs with checkpoints, calibration, and the model card. */
@NullMarked
package org.digitpad.train;

import org.jspecify.annotations.NullMarked;
