/** The dialogs that write a file with a model: a Kaggle submission or an ONNX network. */
@NullMarked
package org.digitpad.ui.export;

import org.jspecify.annotations.NullMarked;
