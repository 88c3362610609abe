/**
 * Learn from my drawings: copies of the pad's model that have learned a person's hand, compared
 * with their parent, kept or thrown away.
 */
@NullMarked
package org.digitpad.ui.learn;

import org.jspecify.annotations.NullMarked;
