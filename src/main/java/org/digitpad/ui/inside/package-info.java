/**
 * The panel of the Draw tab that shows what the network does with the drawing. It draws the records
 * of {@code org.digitpad.explain}, which are computed in the background.
 */
@NullMarked
package org.digitpad.ui.inside;

import org.jspecify.annotations.NullMarked;
