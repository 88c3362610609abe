/** Choosing and downloading the dataset to train on. */
@NullMarked
package org.digitpad.ui.train.data;

import org.jspecify.annotations.NullMarked;
