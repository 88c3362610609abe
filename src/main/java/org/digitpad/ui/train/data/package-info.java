/** The choice of the dataset to train on, with its download. */
@NullMarked
package org.digitpad.ui.train.data;

import org.jspecify.annotations.NullMarked;
