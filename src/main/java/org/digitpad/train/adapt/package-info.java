/**
 * Learns a person's hand: copies of a model that are trained on labeled drawings of one person, and
 * the guard that compares such a copy with its parent.
 */
@NullMarked
package org.digitpad.train.adapt;

import org.jspecify.annotations.NullMarked;
