/** The CSV files of Kaggle's Digit Recognizer. */
@NullMarked
package org.digitpad.data.kaggle;

import org.jspecify.annotations.NullMarked;
