/** The datasets of Kaggle's Digit Recognizer, which are CSV files. */
@NullMarked
package org.digitpad.data.kaggle;

import org.jspecify.annotations.NullMarked;
