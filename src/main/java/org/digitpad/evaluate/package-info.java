/**
 * Evaluates models: accuracy, loss, calibration, confusion, rejection, disagreement and latency.
 */
@NullMarked
package org.digitpad.evaluate;

import org.jspecify.annotations.NullMarked;
