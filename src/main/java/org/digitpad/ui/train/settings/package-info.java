/** The training settings: network, recipe, epochs, batch size, learning rate, seed and threads. */
@NullMarked
package org.digitpad.ui.train.settings;

import org.jspecify.annotations.NullMarked;
