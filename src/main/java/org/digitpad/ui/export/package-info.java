/** The dialogs that export a model or write a Kaggle submission. */
@NullMarked
package org.digitpad.ui.export;

import org.jspecify.annotations.NullMarked;
